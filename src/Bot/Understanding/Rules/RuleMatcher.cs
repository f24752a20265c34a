namespace Warmline.Bot.Understanding;

/// <summary>Finds the rules of one language in a line, all sections in one pass.</summary>
internal sealed class RuleMatcher(IReadOnlyList<Rule> rules)
{
    private readonly RuleIndex _all = new(rules);
    private readonly RuleIndex _wishes = new([.. rules.Where(rule => rule.Section == Rule.Wishes)]);

    /// <summary>All that is found in the line as it is written.</summary>
    public RuleMatches Match(Line line) => new(line, new RuleSearch(line.Words, _all).Find(Typing.Exact), () => new RuleSearch(line.Words, _wishes).Find(Typing.Forgiving));
}
