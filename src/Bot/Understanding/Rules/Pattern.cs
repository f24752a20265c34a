namespace Warmline.Bot.Understanding;

/// <summary>A word of a phrase, whole or as a stem, and whether up to four words may stand before it.</summary>
internal readonly record struct Step(string Text, bool IsStem, bool GapBefore, int To)
{
    public bool Fits(string word) => IsStem ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
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

    /// <summary>How it may begin.</summary>
    public IReadOnlyList<Step> Beginnings => places[0];

    /// <summary>The index of the last word matched, the longest way, when the phrase begins at <paramref name="first"/>; or -1.</summary>
    public int MatchAt(Word[] words, int first, bool forgiveTypo) => Match(words, first, new Way(0, 0, forgiveTypo ? 1 : 0, Slipped: false));

    private readonly record struct Way(int Place, int Taken, int SlipsLeft, bool Slipped);

    private int Match(Word[] words, int at, Way way)
    {
        // A single word is too little to forgive a typo in.
        var last = ends.Contains(way.Place) && (!way.Slipped || way.Taken >= ShortestForTypo) ? at - 1 : No;
        foreach (var step in places[way.Place])
        {
            var widest = step.GapBefore ? WidestGap : 0;
            for (var here = at; here <= at + widest && here < words.Length && (way.Taken == 0 || words[here].Clause == words[at - 1].Clause); here++)
            {
                last = Math.Max(last, Take(words, here, step, way));
            }
        }

        return last;
    }

    private int Take(Word[] words, int here, Step step, Way way)
    {
        var fits = step.Fits(words[here].Text);
        var slip = !fits && way.SlipsLeft > 0 && Typo.IsSlipOf(step.Text, words[here].Text, step.IsStem);
        return fits || slip
            ? Match(words, here + 1, new Way(step.To, way.Taken + 1, way.SlipsLeft - (slip ? 1 : 0), way.Slipped || slip))
            : No;
    }
}
