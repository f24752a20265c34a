namespace Warmline.Bot.Understanding;

/// <summary>A folded word, where it stands in the customer's text, and the clause it belongs to.</summary>
internal readonly record struct Word(string Text, int Start, int End, int Clause);

/// <summary>A customer's line cut into words; evidence is quoted from the text as written.</summary>
internal sealed record Line(string Text, Word[] Words)
{
    public string Quote(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>The words of one clause alone.</summary>
    public Line Clause(int clause) => this with { Words = [.. Words.Where(word => word.Clause == clause)] };
}
