namespace Warmline.Bot.Understanding;

/// <summary>A folded word, where it stands in the customer's text, and the clause it belongs to.</summary>
internal readonly record struct Word(string Text, int Start, int End, int Clause);

/// <summary>A customer's line cut into words; evidence is quoted from the text as written.</summary>
internal sealed record Line(string Text, Word[] Words)
{
    public string Quote(int first, int last) => Text[Words[first].Start..Words[last].End];

    /// <summary>The index behind the last word of the clause that a word stands in.</summary>
    public int EndOfClause(int word)
    {
        var end = word + 1;
        while (end < Words.Length && Words[end].Clause == Words[word].Clause)
        {
            end++;
        }

        return end;
    }
}
