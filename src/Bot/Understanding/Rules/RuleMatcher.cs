namespace Warmline.Bot.Understanding;

/// <summary>Finds the rules of one language in a line, all sections in one pass.</summary>
internal sealed class RuleMatcher(IReadOnlyList<Rule> rules)
{
    private readonly RuleIndex _all = new(rules);
    private readonly RuleIndex _wishes = new([.. rules.Where(rule => rule.Section == Rule.Wishes)]);

    /// <summary>All that is found in the line as it is written.</summary>
    public RuleMatches Match(Line line) => new(line, Find(line, _all, forgiveTypo: false), () => Find(line, _wishes, forgiveTypo: true));

    private static List<RuleMatch> Find(Line line, RuleIndex index, bool forgiveTypo)
    {
        var (found, beginnings) = (new List<RuleMatch>(), new List<Beginning[]>());
        for (var first = 0; first < line.Words.Length; first++)
        {
            var known = found.Count;
            beginnings.Clear();
            index.AddBeginningAt(line.Words[first].Text, beginnings);
            Try(beginnings, line.Words, first, forgiveTypo ? Typing.Forgiving : Typing.Exact, found, known);
            if (forgiveTypo)
            {
                beginnings.Clear();
                index.AddMistypedAt(line.Words[first].Text, beginnings);
                Try(beginnings, line.Words, first, Typing.Forgiven, found, known);
            }
        }

        return found;
    }

    private static void Try(List<Beginning[]> beginnings, Word[] words, int first, Typing typing, List<RuleMatch> found, int known)
    {
        foreach (var alike in beginnings)
        {
            foreach (ref readonly var beginning in alike.AsSpan())
            {
                var last = beginning.Rule.Pattern.MatchFrom(beginning.Step, words, first, typing);
                if (last >= 0)
                {
                    Add(found, known, beginning.Rule, first, last);
                }
            }
        }
    }

    // A rule that may begin in two ways is found once, the longest way.
    private static void Add(List<RuleMatch> found, int from, Rule rule, int first, int last)
    {
        var so = found.FindIndex(from, match => ReferenceEquals(match.Rule, rule));
        var match = new RuleMatch(new Hit(rule.Intent, first, so < 0 ? last : Math.Max(last, found[so].Hit.Last), rule.Weight), rule);
        if (so < 0)
        {
            found.Add(match);
        }
        else
        {
            found[so] = match;
        }
    }
}
