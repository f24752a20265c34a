namespace Warmline.Knowledge.Language;

/// <summary>How likely a word's character trigrams are in a language, learned from a few thousand words of it.</summary>
internal sealed class TrigramProfile
{
    private const double Smoothing = 0.3;
    private const double Possible = 27 * 27 * 27;

    private readonly Dictionary<string, int> _counts = [];
    private readonly int _total;

    public TrigramProfile(IEnumerable<string> words)
    {
        foreach (var trigram in words.Distinct().SelectMany(TrigramsOf))
        {
            _counts[trigram] = _counts.GetValueOrDefault(trigram) + 1;
            _total++;
        }
    }

    public double LogLikelihood(string word) =>
        TrigramsOf(word).Sum(trigram => Math.Log((_counts.GetValueOrDefault(trigram) + Smoothing) / (_total + (Smoothing * Possible))));

    /// <summary>"zwrot" → "·zw", "zwr", "wro", "rot", "ot·".</summary>
    public static IEnumerable<string> TrigramsOf(string word)
    {
        var padded = $" {word} ";
        for (var at = 0; at + 3 <= padded.Length; at++)
        {
            yield return padded.Substring(at, 3);
        }
    }
}
