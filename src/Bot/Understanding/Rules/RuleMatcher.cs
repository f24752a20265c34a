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
        var (found, candidates) = (new List<RuleMatch>(), new List<Rule>());
        for (var first = 0; first < line.Words.Length; first++)
        {
            candidates.Clear();
            index.AddBeginningAt(line.Words[first].Text, candidates);
            if (forgiveTypo)
            {
                index.AddMistypedAt(line.Words[first].Text, candidates);
            }

            foreach (var rule in candidates)
            {
                var last = rule.Pattern.MatchAt(line.Words, first, forgiveTypo);
                if (last >= 0)
                {
                    found.Add(new RuleMatch(new Hit(rule.Intent, first, last, rule.Weight), rule));
                }
            }
        }

        return found;
    }
}
