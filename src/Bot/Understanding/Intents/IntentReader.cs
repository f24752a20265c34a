namespace Warmline.Bot.Understanding;

/// <summary>From hits to intents: several hints add up, none makes certain.</summary>
internal static class IntentReader
{
    private const double NeverMoreThan = 0.99;

    public static IReadOnlyList<IntentScore> Score(IEnumerable<(Line Line, Hit Hit)> hits)
    {
        var scores = hits.GroupBy(found => found.Hit.Intent)
            .Select(group => new IntentScore(group.Key, Together(group), Evidence(group)))
            .OrderByDescending(score => score.Confidence)
            .ThenBy(score => score.Intent is Intent.Greeting or Intent.Thanks)
            .ThenByDescending(score => score.Evidence.Max(quote => quote.Length))
            .ToList();
        return scores.Count > 0 ? scores : [new IntentScore(Intent.Other, 1, [])];
    }

    private static double Together(IEnumerable<(Line Line, Hit Hit)> hits)
    {
        // The same words counted once, however many phrases describe them.
        var separate = hits.GroupBy(found => (found.Line, found.Hit.First)).Select(same => same.Max(found => found.Hit.Weight));
        return Math.Min(NeverMoreThan, 1 - separate.Aggregate(1.0, (doubt, weight) => doubt * (1 - weight)));
    }

    private static List<string> Evidence(IEnumerable<(Line Line, Hit Hit)> hits) =>
        hits.Select(found => found.Line.Quote(found.Hit.First, found.Hit.Last)).Distinct(StringComparer.Ordinal).ToList();
}
