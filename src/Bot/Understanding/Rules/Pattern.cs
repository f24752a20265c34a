namespace Warmline.Bot.Understanding;

/// <summary>A word of a phrase, whole or as a stem, and whether up to four words may stand before it.</summary>
internal readonly record struct Step(string Text, bool IsStem, bool GapBefore, int To)
{
    public bool Fits(string word) => IsStem ? word.AsSpan().StartsWith(Text) : word == Text;
}

/// <summary>How exactly words must be typed.</summary>
internal enum Typing
{
    Exact,

    /// <summary>One word may have a slip of the finger.</summary>
    Forgiving,

    /// <summary>One had; the others must be exact.</summary>
    Forgiven,
}

/// <summary>
/// One phrase of a rule file: whole words, <c>stem*</c>, <c>..</c> for up to four words between, <c>(a|b c|)</c> for alternatives.
/// It is kept as places with steps between them, not spelled out: a line of alternatives may stand for a million phrases.
/// Everything it matches stands in one clause.
/// </summary>
internal sealed class Pattern(Step[][] places, IReadOnlySet<int> ends)
{
    private const int WidestGap = 4;
    private const int ShortestForTypo = 2;
    private const int No = -1;

    private readonly bool[] _ends = [.. places.Select((_, place) => ends.Contains(place))];

    /// <summary>How it may begin.</summary>
    public IReadOnlyList<Step> Beginnings => places[0];

    /// <summary>The index of the last word matched, the longest way, when <paramref name="first"/> took a step of <see cref="Beginnings"/>; or -1.</summary>
    public int MatchFrom(Step beginning, Word[] words, int first, Typing typing) => Match(words, first + 1, beginning.To, 1, typing);

    private int Match(Word[] words, int at, int place, int taken, Typing typing)
    {
        // A single word is too little to forgive a typo in.
        var last = _ends[place] && (typing != Typing.Forgiven || taken >= ShortestForTypo) ? at - 1 : No;
        foreach (ref readonly var step in places[place].AsSpan())
        {
            var widest = step.GapBefore ? WidestGap : 0;
            for (var here = at; here <= at + widest && here < words.Length && words[here].Clause == words[at - 1].Clause; here++)
            {
                var after = Take(words[here].Text, step, typing);
                last = after is { } so ? Math.Max(last, Match(words, here + 1, step.To, taken + 1, so)) : last;
            }
        }

        return last;
    }

    private static Typing? Take(string word, in Step step, Typing typing) =>
        step.Fits(word) ? typing : typing == Typing.Forgiving && Typo.IsSlipOf(step.Text, word, step.IsStem) ? Typing.Forgiven : null;
}
