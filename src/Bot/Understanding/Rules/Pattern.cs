namespace Warmline.Bot.Understanding;

/// <summary>A word of a phrase, whole or as a stem, and whether up to four words may stand before it.</summary>
/// <param name="Text">The word or its stem.</param>
/// <param name="IsStem">Any ending will do.</param>
/// <param name="GapBefore">Words may stand before it.</param>
/// <param name="To">The place it leads to.</param>
/// <param name="MayEnd">The phrase may end there.</param>
internal readonly record struct Step(string Text, bool IsStem, bool GapBefore, int To, bool MayEnd = false)
{
    // Beside the step, not behind a reference: it answers most questions.
    private readonly char _first = Text[0];

    /// <summary>Whether the word begins with the same letter, as it must even with a slip of the finger.</summary>
    public bool BeginsLike(string word) => word[0] == _first;

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
internal sealed class Pattern(Step[][] places)
{
    /// <summary>How many words a gap may leave out.</summary>
    public const int WidestGap = 4;

    private const int ShortestForTypo = 2;
    private const int No = -1;

    /// <summary>How it may begin.</summary>
    public IReadOnlyList<Step> Beginnings => places[0];

    /// <summary>What may follow a step.</summary>
    public IReadOnlyList<Step> After(Step step) => places[step.To];

    /// <summary>The index of the last word matched, the longest way, when <paramref name="first"/> took a step of <see cref="Beginnings"/>; or -1.</summary>
    public int MatchFrom(in Step beginning, Word[] words, int first, Typing typing) => Follow(words, first, beginning, 1, typing);

    private int Follow(Word[] words, int at, in Step taken, int count, Typing typing)
    {
        // A single word is too little to forgive a typo in.
        var last = taken.MayEnd && (typing != Typing.Forgiven || count >= ShortestForTypo) ? at : No;
        foreach (ref readonly var step in places[taken.To].AsSpan())
        {
            var widest = at + 1 + (step.GapBefore ? WidestGap : 0);
            for (var here = at + 1; here <= widest && here < words.Length && words[here].Clause == words[at].Clause; here++)
            {
                last = Take(words[here].Text, step, typing) is { } so ? Math.Max(last, Follow(words, here, step, count + 1, so)) : last;
            }
        }

        return last;
    }

    private static Typing? Take(string word, in Step step, Typing typing) => !step.BeginsLike(word) ? null
        : step.Fits(word) ? typing
        : typing == Typing.Forgiving && Typo.IsSlipOf(step.Text, word, step.IsStem) ? Typing.Forgiven : null;
}
