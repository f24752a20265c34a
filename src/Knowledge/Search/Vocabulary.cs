using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search;

/// <summary>The words customers are known to ask with, to find the one a misspelt word was meant to be.</summary>
internal sealed class Vocabulary(IEnumerable<Term> terms)
{
    private const double LeastOverlap = 0.55;
    private const int ShortestMisspelt = 4;

    private readonly (string Stem, HashSet<string> Trigrams)[] _words =
        [.. terms.Where(term => term.Weight >= 1 && term.Word.Length >= ShortestMisspelt).DistinctBy(term => term.Word)
            .Select(term => (term.Stem, TrigramProfile.TrigramsOf(term.Word).ToHashSet()))];

    /// <summary>The nearest word's stem and how near it is; no stem where nothing is near.</summary>
    public (string? Stem, double Certainty) Nearest(string word)
    {
        if (word.Length < ShortestMisspelt || _words.Length == 0)
        {
            return default;
        }

        var trigrams = TrigramProfile.TrigramsOf(word).ToHashSet();
        var (stem, overlap) = _words.Select(known => (known.Stem, Overlap: Terms.Overlap(trigrams, known.Trigrams))).MaxBy(near => near.Overlap);
        return overlap >= LeastOverlap ? (stem, overlap) : default;
    }
}
