namespace Warmline.Bot.Understanding;

/// <summary>Rules by how they begin: a line of a few words looks at a few of thousands.</summary>
internal sealed class RuleIndex
{
    private static readonly List<(Step Step, Rule Rule)> None = [];

    private readonly Dictionary<string, List<(Step Step, Rule Rule)>> _words;
    private readonly Dictionary<string, List<(Step Step, Rule Rule)>> _stems;
    // Many rules begin alike: a word is compared once with each beginning.
    private readonly Dictionary<char, List<(Step Step, List<Rule> Rules)>> _mistypable;
    private readonly int _longestStem;

    public RuleIndex(IReadOnlyList<Rule> rules)
    {
        var beginnings = rules.SelectMany(rule => rule.Pattern.Beginnings, (rule, step) => (Step: step, Rule: rule)).ToList();
        _words = By(beginnings.Where(begin => !begin.Step.IsStem), begin => begin.Step.Text);
        _stems = By(beginnings.Where(begin => begin.Step.IsStem), begin => begin.Step.Text);
        _mistypable = beginnings.Where(begin => begin.Step.Text.Length >= Typo.ShortestWord)
            .GroupBy(begin => (begin.Step.Text, begin.Step.IsStem), (_, same) => same.ToList())
            .GroupBy(same => same[0].Step.Text[0])
            .ToDictionary(letter => letter.Key, letter => letter.Select(same => (same[0].Step, same.ConvertAll(begin => begin.Rule))).ToList());
        _longestStem = _stems.Keys.Select(stem => stem.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Adds the rules that may begin at a word.</summary>
    public void AddBeginningAt(string word, List<Rule> rules)
    {
        Add(_words.GetValueOrDefault(word), rules);
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= word.Length && length <= _longestStem; length++)
        {
            Add(stems.TryGetValue(word.AsSpan(0, length), out var found) ? found : null, rules);
        }
    }

    /// <summary>Adds the rules whose first word this may be with a slip of the finger.</summary>
    public void AddMistypedAt(string word, List<Rule> rules)
    {
        if (!_mistypable.TryGetValue(word[0], out var alike))
        {
            return;
        }

        foreach (var (step, own) in alike)
        {
            if (Typo.IsSlipOf(step.Text, word, step.IsStem))
            {
                rules.AddRange(own);
            }
        }
    }

    private static void Add(List<(Step Step, Rule Rule)>? found, List<Rule> rules)
    {
        foreach (var (_, rule) in found ?? None)
        {
            rules.Add(rule);
        }
    }

    private static Dictionary<TKey, List<(Step Step, Rule Rule)>> By<TKey>(IEnumerable<(Step Step, Rule Rule)> beginnings, Func<(Step Step, Rule Rule), TKey> key)
        where TKey : notnull => beginnings.GroupBy(key).ToDictionary(group => group.Key, group => group.ToList());
}
