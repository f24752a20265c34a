using System.Globalization;
using System.Text;

namespace Warmline.Bot.Understanding;

/// <summary>
/// Cuts text into folded words. Punctuation ends a clause, so that a negation reaches no further than its own clause.
/// Customers' lines and rule files pass through the same reader, so both may be written naturally.
/// </summary>
internal static class WordReader
{
    // A line this long is a story or an attack; its first words decide, the agent sees all of it.
    private const int MostWords = 200;

    private static readonly HashSet<string> PersianPrefixes = ["می", "نمی"];
    private static readonly HashSet<string> PersianSuffixes = ["ها", "های", "هام", "هایم", "هامو", "ام", "اند", "اید", "ایم", "اش", "تون", "مون"];

    public static Line Read(string text)
    {
        var words = new List<Word>();
        var (start, end, clause, position) = (-1, -1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = position + rune.Utf16SequenceLength;
            if (IsPartOfWord(rune))
            {
                start = start < 0 ? position : start;
                end = next;
            }
            else if (!IsIgnoredInside(rune))
            {
                Close(words, text, ref start, end, clause);
                clause += EndsClause(rune, text, next) ? 1 : 0;
                AddSymbol(words, rune, position, clause);
            }
            position = next;
        }
        Close(words, text, ref start, end, clause);
        return new Line(text, JoinPersian(words).Take(MostWords).ToList());
    }

    private static void Close(List<Word> words, string text, ref int start, int end, int clause)
    {
        var folded = start < 0 ? "" : Folding.Fold(text[start..end]);
        if (folded.Length > 0)
        {
            words.Add(new Word(folded, start, end, clause));
        }
        start = -1;
    }

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Apostrophes, Persian half-space, joiners, the drawn-out tatweel, variation selectors.
    private static bool IsIgnoredInside(Rune rune) => rune.Value is '\'' or '’' or '`' or '´' or 0x200C or 0x200D or 0x0640 or 0xFE0F;

    private static bool EndsClause(Rune rune, string text, int next)
    {
        const string Enders = ".,!?;:()…—\n\r،؟؛";
        var endsByItself = rune.IsBmp && Enders.Contains((char)rune.Value);
        var insideNumberOrName = next < text.Length && char.IsLetterOrDigit(text[next]) && rune.Value is '.' or ':' or ',';
        return endsByItself && !insideNumberOrName;
    }

    // Emoji are words too: an angry face says something.
    private static void AddSymbol(List<Word> words, Rune rune, int position, int clause)
    {
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
        {
            words.Add(new Word(rune.ToString(), position, position + rune.Utf16SequenceLength, clause));
        }
    }

    // "می خواهم", "می‌خواهم" and "میخواهم" are one word to people.
    private static List<Word> JoinPersian(List<Word> words)
    {
        var joined = new List<Word>(words.Count);
        foreach (var word in words)
        {
            var last = joined.Count > 0 ? joined[^1] : default;
            var joins = joined.Count > 0 && last.Clause == word.Clause
                && (PersianPrefixes.Contains(last.Text) || PersianSuffixes.Contains(word.Text));
            if (joins)
            {
                joined[^1] = last with { Text = last.Text + word.Text, End = word.End };
            }
            else
            {
                joined.Add(word);
            }
        }
        return joined;
    }
}
