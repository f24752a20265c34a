namespace Warmline.Bot.Understanding;

/// <summary>
/// Cuts a line's words where letters meet digits ("4pm") and keeps the signs between them ("16:30", "$5"),
/// which mean much beside a number and nothing elsewhere. Lines and grammar files pass through it alike.
/// </summary>
internal static class TokenReader
{
    private const int LongestGap = 4;
    private const int LongestQuantity = 12;

    /// <param name="line">What was said.</param>
    /// <param name="number">The word's number: found in the vocabulary, or added to it.</param>
    public static List<Token> Read(Line line, WordNumber number)
    {
        var tokens = new List<Token>(line.Words.Length + 8);
        var end = 0;
        foreach (var word in line.Words)
        {
            AddSigns(tokens, line.Text, end, word.Start, number);
            AddWord(tokens, word, number);
            end = word.End;
        }

        AddSigns(tokens, line.Text, end, line.Text.Length, number);
        return tokens;
    }

    private static void AddWord(List<Token> tokens, Word word, WordNumber number)
    {
        // Marks that folding left out would move the places; then the parts share the whole word's place.
        var exact = word.Text.Length == word.End - word.Start;
        for (int at = 0, next; at < word.Text.Length; at = next)
        {
            var numeral = char.IsAsciiDigit(word.Text[at]);
            next = at + 1;
            while (next < word.Text.Length && char.IsAsciiDigit(word.Text[next]) == numeral)
            {
                next++;
            }

            var part = word.Text.AsSpan(at, next - at);
            var (start, end) = exact ? (word.Start + at, word.Start + next) : (word.Start, word.End);
            tokens.Add(numeral
                ? new Token(start, end, WordNumbers.Unknown, part.Length, part.Length <= LongestQuantity ? long.Parse(part, null) : -1)
                : new Token(start, end, number(part), 0, -1));
        }
    }

    // A long gap is decoration; one sign stands for all of it and parts what is around it.
    private static void AddSigns(List<Token> tokens, string text, int from, int to, WordNumber number)
    {
        if (to - from > LongestGap)
        {
            tokens.Add(new Token(from, to, number("…"), 0, -1));
            from = to - 1;
        }

        for (var at = from; at < to; at++)
        {
            var sign = Letters.Fold(text[at]);
            if (sign != Letters.Nothing && !char.IsWhiteSpace(sign))
            {
                tokens.Add(new Token(at, at + 1, number([Plain(sign)]), 0, -1));
            }
        }
    }

    private static char Plain(char sign) => sign switch
    {
        '–' or '—' or '−' or '‑' or '‒' or '~' => '-',
        '،' or '、' => ',',
        '٫' => '.',
        _ => sign,
    };
}

internal delegate int WordNumber(ReadOnlySpan<char> word);
