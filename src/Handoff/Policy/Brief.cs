using System.Buffers;
using System.Text;

namespace Warmline.Handoff.Policy;

/// <summary>Cuts insights to a size that can be kept for every turn, whatever a customer wrote: the strongest few, with short quotes.</summary>
internal static class Brief
{
    private const int MostIntents = 4;
    private const int MostSignals = 12;
    private const int MostReasons = 6;
    private const int MostLines = 12;
    private const int MostQuotes = 3;
    private const int LongestQuote = 80;
    private const int LongestName = 64;
    private const int LongestQuestion = 300;
    private const int LongestKey = 102; // an article's key has 100 letters at most
    private const int MostKeys = 3;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(letter => (char)letter)]);

    public static TurnInsight Of(TurnInsight insight) => new(
        Name(insight.Language),
        [.. insight.Intents.Take(MostIntents).Select(i => new UnderstoodIntent(Name(i.Name), Share(i.Confidence), Quotes(i.Evidence)))],
        [.. insight.Signals.OrderByDescending(s => s.Strength).Take(MostSignals).Select(s => new NoticedSignal(Name(s.Name), Share(s.Strength), Quotes(s.Evidence)))],
        Of(insight.Decision))
    {
        Asked = insight.Asked is { } asked ? Of(asked) : null,
        Helped = insight.Helped,
        HandedOver = insight.HandedOver is { } reason ? Name(reason) : null,
    };

    public static IReadOnlyList<HandoffReason> Of(IReadOnlyList<HandoffReason> reasons) =>
        [.. reasons.Take(MostReasons).Select(r => new HandoffReason(Name(r.Key), Quotes(r.Evidence), [.. r.Lines.TakeLast(MostLines)]))];

    // The memory's past lines have records of their own.
    private static HandoffDecision Of(HandoffDecision decision) => new(
        decision.Kind, Share(decision.Score), Of(decision.Reasons),
        new PolicyMemory { Tension = Share(decision.Memory.Tension), Repeats = decision.Memory.Repeats });

    private static KnowledgeNote Of(KnowledgeNote asked) => new(
        Cut(asked.Question, LongestQuestion), Name(asked.Outcome), [.. asked.Keys.Take(MostKeys).Select(key => Cut(key, LongestKey))], Share(asked.Confidence))
    {
        Before = asked.Before is { } before ? Cut(before, LongestQuestion) : null,
        BeforeKey = asked.BeforeKey is { } key ? Cut(key, LongestKey) : null,
        Line = asked.Line,
    };

    private static string[] Quotes(IReadOnlyList<string> evidence) =>
        [.. evidence.Select(words => Cut(words, LongestQuote)).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal).Take(MostQuotes)];

    private static string Name(string name) => Cut(name, LongestName);

    // Databases differ in what they make of a number that is none.
    private static double Share(double share) => double.IsFinite(share) ? Math.Round(Math.Clamp(share, 0, 1), 3) : 0;

    /// <summary>One line, without the signs that would turn the direction of the words around a quote.</summary>
    private static string Cut(string words, int longest)
    {
        if (words.Length <= longest - 2 && !words.AsSpan().ContainsAnyExcept(Plain))
        {
            return words.Trim();
        }

        var kept = new StringBuilder();
        foreach (var rune in words.EnumerateRunes())
        {
            if (kept.Length >= longest - 2)
            {
                return kept.ToString().Trim() + "…";
            }

            kept.Append(Rune.IsControl(rune) ? " " : TurnsDirection(rune) ? "" : rune.ToString());
        }

        return kept.ToString().Trim();
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029;
}
