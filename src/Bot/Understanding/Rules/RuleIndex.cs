namespace Warmline.Bot.Understanding;

/// <summary>Rules by how they begin: a line of a few words looks at a few of thousands.</summary>
internal sealed class RuleIndex(IReadOnlyList<Rule> rules)
{
    private readonly ILookup<string, Rule> _words = Beginning(rules, step => !step.IsStem).ToLookup(begin => begin.Step.Text, begin => begin.Rule, StringComparer.Ordinal);
    private readonly ILookup<string, Rule> _stems = Beginning(rules, step => step.IsStem).ToLookup(begin => begin.Step.Text, begin => begin.Rule, StringComparer.Ordinal);
    private readonly ILookup<char, Rule> _letters = Beginning(rules, _ => true).DistinctBy(begin => (begin.Rule, begin.Step.Text[0]))
        .ToLookup(begin => begin.Step.Text[0], begin => begin.Rule);
    private readonly int _longestStem = Beginning(rules, step => step.IsStem).Select(begin => begin.Step.Text.Length).DefaultIfEmpty().Max();

    /// <summary>The rules that may begin at a word; with a typo forgiven all that share its first letter.</summary>
    public IEnumerable<Rule> BeginningAt(string word, bool forgiveTypo) => forgiveTypo ? _letters[word[0]] : _words[word].Concat(Stems(word)).Distinct();

    private static IEnumerable<(Rule Rule, Step Step)> Beginning(IReadOnlyList<Rule> rules, Func<Step, bool> kind) =>
        rules.SelectMany(rule => rule.Pattern.Beginnings.Where(kind), (rule, step) => (rule, step));

    private IEnumerable<Rule> Stems(string word)
    {
        for (var length = 1; length <= word.Length && length <= _longestStem; length++)
        {
            foreach (var rule in _stems.Contains(word[..length]) ? _stems[word[..length]] : [])
            {
                yield return rule;
            }
        }
    }
}
