using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>The language of a line, or null where the line does not tell ("ok", "12345", "Samsung"): the conversation's stays.</summary>
internal sealed class LanguageReader(TextClassifier classifier)
{
    private const double Sure = 0.8;

    // One word must be unmistakable: names and loan words are in every language.
    private const double SureOfWord = 0.97;

    public string? Read(Line line)
    {
        // Addresses and numbers are the same in every language: "somebody@example.com" and "LL-2463" are no English.
        var spoken = line with { Words = [.. line.Words.Where(word => IsSpoken(line.Text, word))] };
        if (spoken.Words.Length == 0)
        {
            return null;
        }

        if (ByScript(spoken) is { } told)
        {
            return told;
        }

        var (best, unknown) = classifier.Classify(spoken);
        return best.Confidence >= (spoken.Words.Length == 1 ? SureOfWord : Sure) && best.Confidence > unknown ? best.Label : null;
    }

    // Of our languages one is written in Cyrillic and one in Arabic letters; names of things may be in others.
    private static string? ByScript(Line line)
    {
        var (latin, cyrillic, arabic) = (0, 0, 0);
        foreach (var word in line.Words)
        {
            _ = word.Text[0] switch
            {
                >= '\u0400' and <= '\u052F' => cyrillic += word.Text.Length,
                >= '\u0600' and <= '\u06FF' => arabic += word.Text.Length,
                _ => latin += word.Text.Length,
            };
        }

        return cyrillic > latin + arabic ? "ru" : arabic > latin + cyrillic ? "fa" : null;
    }

    private static bool IsSpoken(string text, Word word) =>
        char.IsLetter(word.Text[0]) && !word.Text.Any(char.IsAsciiDigit) && !IsJoined(text, word.End, word.End + 1) && !IsJoined(text, word.Start - 1, word.Start - 2);

    // "marta.lis@example.com": each of these parts stands right beside another.
    private static bool IsJoined(string text, int at, int beyond) => at >= 0 && at < text.Length && text[at] switch
    {
        '@' or '/' => true,
        '.' => IsAt(text, beyond, char.IsLetterOrDigit),
        '-' => IsAt(text, beyond, char.IsDigit),
        _ => false,
    };

    private static bool IsAt(string text, int at, Func<char, bool> kind) => at >= 0 && at < text.Length && kind(text[at]);
}
