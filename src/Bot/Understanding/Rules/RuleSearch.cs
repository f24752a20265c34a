namespace Warmline.Bot.Understanding;

/// <summary>One search for rules in the words of a line.</summary>
internal sealed class RuleSearch(Word[] words, RuleIndex index)
{
    private readonly List<RuleMatch> _found = [];
    private readonly List<Beginning[]> _beginnings = [];

    public List<RuleMatch> Find(Typing typing)
    {
        for (var first = 0; first < words.Length; first++)
        {
            var known = _found.Count;
            index.AddBeginningAt(words[first].Text, _beginnings);
            Try(first, typing, known);
            if (typing == Typing.Forgiving)
            {
                index.AddMistypedAt(words[first].Text, _beginnings);
                Try(first, Typing.Forgiven, known);
            }
        }

        return _found;
    }

    private void Try(int first, Typing typing, int known)
    {
        var (next, later) = (Letters(first, 1), Letters(first, 1 + Pattern.WidestGap));
        foreach (var alike in _beginnings)
        {
            foreach (ref readonly var beginning in alike.AsSpan())
            {
                if (beginning.Step.MayEnd || beginning.Next.Meets(next) || beginning.Later.Meets(later))
                {
                    Add(beginning.Rule, first, beginning.Rule.Pattern.MatchFrom(beginning.Step, words, first, typing), known);
                }
            }
        }

        _beginnings.Clear();
    }

    // How the words after it begin.
    private FirstLetters Letters(int first, int count)
    {
        var letters = default(FirstLetters);
        for (var at = first + 1; at < words.Length && at <= first + count; at++)
        {
            letters = letters.With(words[at].Text);
        }

        return letters;
    }

    // A rule that may begin in two ways is found once, the longest way.
    private void Add(Rule rule, int first, int last, int known)
    {
        if (last < 0)
        {
            return;
        }

        for (var so = known; so < _found.Count; so++)
        {
            if (ReferenceEquals(_found[so].Rule, rule))
            {
                _found[so] = new RuleMatch(_found[so].Hit with { Last = Math.Max(last, _found[so].Hit.Last) }, rule);
                return;
            }
        }

        _found.Add(new RuleMatch(new Hit(rule.Intent, first, last, rule.Weight), rule));
    }
}
