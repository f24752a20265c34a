using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>
/// Whether a sentence says yes where its source says no, or the other way round: the clause of the source that shares most words with
/// a clause of the sentence must deny as it does. Where two clauses share less than two words, nothing can be told.
/// </summary>
internal sealed partial class Polarity
{
    private const int LeastShared = 2;
    private readonly Func<string, HashSet<string>> _stems;
    private readonly (HashSet<string> Stems, bool Denies)[] _clauses;

    public Polarity(IEnumerable<string> sources, Func<string, HashSet<string>> stems)
    {
        _stems = stems;
        _clauses = [.. sources.SelectMany(Clauses).Select(clause => (stems(clause), Denies(clause)))];
    }

    public bool IsKept(string sentence) => Clauses(sentence).All(IsClauseKept);

    private bool IsClauseKept(string clause)
    {
        var said = _stems(clause);
        var shared = _clauses.Select(source => (Count: source.Stems.Count(said.Contains), source.Denies)).ToList();
        var most = shared.Count == 0 ? 0 : shared.Max(source => source.Count);
        return most < LeastShared || shared.Any(source => source.Count == most && source.Denies == Denies(clause));
    }

    private static bool Denies(string clause) => Denial().IsMatch(clause);

    private static IEnumerable<string> Clauses(string text) => Ends().Split(text).Where(clause => !string.IsNullOrWhiteSpace(clause));

    [GeneratedRegex(@"[.!?؟;؛,،:\n–—]\s|\s(?:but|ale|lecz|но|а|اما|ولی)\s", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Ends();

    // Persian denies with the beginning of the verb.
    [GeneratedRegex(
        @"\b(?:not|no|never|cannot|nor|none|neither)\b|n['’]t\b"
        + @"|\b(?:nie|nigdy|żad\w+|nie(?:możliw|dostęp|dozwol)\w*)\b"
        + @"|\b(?:не|нет|нельзя|никогда|не(?:возможн|доступн|допустим)\w*)\b"
        + @"|\bن(?:می|یست|دار|باید|خواه|کن|کرد|شو|شد|گیر|توان|بود|پذیر)\w*",
        RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Denial();
}
