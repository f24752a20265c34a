using System.Globalization;

namespace Warmline.Bot.Understanding;

/// <summary>
/// Cuts text into folded words. Punctuation ends a clause, so that a negation reaches no further than its own clause.
/// Customers' lines, training phrases and rule files pass through the same reader, so all may be written naturally.
/// </summary>
internal static class WordReader
{
    // A line this long is a story or an attack; its first words decide, the agent sees all of it.
    private const int MostWords = 200;
    private const int LongestWord = 60;
    private const string ClauseEnds = ".,!?;:()…—\n\r،؟؛";

    private static readonly HashSet<string> PersianPrefixes = ["می", "نمی"];
    private static readonly HashSet<string> PersianSuffixes = ["ها", "های", "هام", "هایم", "هامو", "ام", "اند", "اید", "ایم", "اش", "تون", "مون"];

    public static Line Read(string text)
    {
        var words = new List<Word>();
        Span<char> folded = stackalloc char[LongestWord];
        var (start, end, length, clause) = (-1, 0, 0, 0);
        for (var at = 0; at < text.Length && words.Count < MostWords; at++)
        {
            var letter = Letters.Fold(text[at]);
            if (char.IsLetterOrDigit(letter))
            {
                start = start < 0 ? at : start;
                end = at + 1;
                length += length < LongestWord ? Put(folded, length, letter) : 0;
            }
            else if (letter == Letters.Nothing)
            {
                end = start >= 0 && char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark ? at + 1 : end;
            }
            else
            {
                Close(words, folded[..length], ref start, end, clause);
                length = 0;
                clause += EndsClause(text, at) ? 1 : 0;
                AddSymbol(words, text, ref at, clause);
            }
        }

        Close(words, folded[..length], ref start, end, clause);
        return new Line(text, [.. words]);
    }

    private static int Put(Span<char> folded, int at, char letter)
    {
        folded[at] = letter;
        return 1;
    }

    // "می خواهم", "می‌خواهم" and "میخواهم" are one word to people.
    private static void Close(List<Word> words, ReadOnlySpan<char> folded, ref int start, int end, int clause)
    {
        if (start >= 0)
        {
            var word = new Word(folded.ToString(), start, end, clause);
            var last = words.Count > 0 ? words[^1] : default;
            if (words.Count > 0 && last.Clause == clause && folded[0] > '\u0600' && (PersianPrefixes.Contains(last.Text) || PersianSuffixes.Contains(word.Text)))
            {
                words[^1] = last with { Text = last.Text + word.Text, End = end };
            }
            else
            {
                words.Add(word);
            }
        }

        start = -1;
    }

    private static bool EndsClause(string text, int at)
    {
        var insideNumberOrName = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && text[at] is '.' or ':' or ',';
        return ClauseEnds.Contains(text[at], StringComparison.Ordinal) && !insideNumberOrName;
    }

    // Emoji are words too: an angry face says something.
    private static void AddSymbol(List<Word> words, string text, ref int at, int clause)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.OtherSymbol)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            words.Add(new Word(text.Substring(at, length), at, at + length, clause));
            at += length - 1;
        }
    }
}
