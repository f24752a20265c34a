namespace Warmline.Bot.Understanding;

/// <summary>A rule, and one of the steps it may begin with.</summary>
/// <param name="Step">The step.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Next">How the next word must begin …</param>
/// <param name="Later">… or one behind a gap; few rules need a closer look.</param>
internal readonly record struct Beginning(Step Step, Rule Rule, FirstLetters Next, FirstLetters Later)
{
    public static Beginning Of(Rule rule, Step step)
    {
        var after = rule.Pattern.After(step).ToLookup(next => next.GapBefore, next => next.Text);
        return new Beginning(step, rule, FirstLetters.Of(after[false]), FirstLetters.Of(after[true]));
    }
}

/// <summary>Rules by how they begin: a line of a few words looks at a few of thousands.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<string, Beginning[]> _words;
    private readonly Dictionary<string, Beginning[]> _stems;
    private readonly Dictionary<string, Beginning[]>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    // Many rules begin alike: a word is compared once with each beginning.
    private readonly Dictionary<char, Beginning[][]> _mistypable;
    private readonly int _longestStem;

    public RuleIndex(IReadOnlyList<Rule> rules)
    {
        var beginnings = rules.SelectMany(rule => rule.Pattern.Beginnings, Beginning.Of).ToList();
        _words = By(beginnings.Where(begin => !begin.Step.IsStem), begin => begin.Step.Text);
        _stems = By(beginnings.Where(begin => begin.Step.IsStem), begin => begin.Step.Text);
        _byStem = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestStem = _stems.Keys.Select(stem => stem.Length).DefaultIfEmpty().Max();
        _mistypable = By(beginnings.Where(begin => begin.Step.Text.Length >= Typo.ShortestWord), begin => (begin.Step.Text, begin.Step.IsStem)).Values
            .GroupBy(alike => alike[0].Step.Text[0]).ToDictionary(letter => letter.Key, letter => letter.ToArray());
    }

    /// <summary>What begins with a word as it is written.</summary>
    public void AddBeginningAt(string word, List<Beginning[]> found)
    {
        if (_words.TryGetValue(word, out var whole))
        {
            found.Add(whole);
        }

        for (var length = 1; length <= word.Length && length <= _longestStem; length++)
        {
            if (_byStem.TryGetValue(word.AsSpan(0, length), out var stem))
            {
                found.Add(stem);
            }
        }
    }

    /// <summary>What begins with a word that this may be with a slip of the finger, and is not as it is written.</summary>
    public void AddMistypedAt(string word, List<Beginning[]> found)
    {
        foreach (var alike in _mistypable.GetValueOrDefault(word[0]) ?? [])
        {
            var step = alike[0].Step;
            if (Typo.IsSlipOf(step.Text, word, step.IsStem) && !step.Fits(word))
            {
                found.Add(alike);
            }
        }
    }

    private static Dictionary<TKey, Beginning[]> By<TKey>(IEnumerable<Beginning> beginnings, Func<Beginning, TKey> key)
        where TKey : notnull => beginnings.GroupBy(key).ToDictionary(group => group.Key, group => group.ToArray());
}
