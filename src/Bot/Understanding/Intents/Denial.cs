namespace Warmline.Bot.Understanding;

/// <summary>"I don't want to return it, I want to know where it is": what is denied is left out where something else is said.</summary>
internal static class Denial
{
    /// <summary>The line without its denied parts; the line itself when nothing is denied or nothing else is left.</summary>
    public static Line WithoutDenied(Line line, RuleMatches found)
    {
        // "It does not work" denies no wish.
        var denials = found.Wishes.Denied.Count > 0 ? found["not"] : [];
        if (denials.Count == 0)
        {
            return line;
        }

        var turns = found["clause"].Select(turn => turn.First).ToHashSet();
        var kept = new List<Word>();
        var denying = false;
        for (var at = 0; at < line.Words.Length; at++)
        {
            var begins = at == 0 || line.Words[at].Clause != line.Words[at - 1].Clause || turns.Contains(at);
            denying = denials.Exists(denial => at >= denial.First && at <= denial.Last) || (denying && !begins);
            if (!denying)
            {
                kept.Add(line.Words[at]);
            }
        }

        return SaysSomething(kept) ? line with { Words = [.. kept] } : line;
    }

    // "No, I do not want a refund": what is left over is no wish of its own.
    private static bool SaysSomething(List<Word> words) => words.GroupBy(word => word.Clause).Any(clause => clause.Count() > 2);
}
