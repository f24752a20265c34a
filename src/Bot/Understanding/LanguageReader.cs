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
        // Addresses and numbers are the same in every language: "somebody@example.com" is no English.
        var spoken = line with { Words = [.. line.Words.Where(word => IsSpoken(line.Text, word))] };
        if (spoken.Words.Count == 0)
        {
            return null;
        }

        var (best, unknown) = classifier.Classify(spoken);
        return best.Confidence >= (spoken.Words.Count == 1 ? SureOfWord : Sure) && best.Confidence > unknown ? best.Label : null;
    }

    private static bool IsSpoken(string text, Word word) =>
        char.IsLetter(word.Text[0]) && !word.Text.Any(char.IsAsciiDigit) && !IsJoined(text, word.End, word.End + 1) && !IsJoined(text, word.Start - 1, word.Start - 2);

    // "marta.lis@example.com": each of these parts stands right beside another.
    private static bool IsJoined(string text, int at, int beyond) =>
        at >= 0 && at < text.Length && (text[at] is '@' or '/' || (text[at] is '.' && beyond >= 0 && beyond < text.Length && char.IsLetterOrDigit(text[beyond])));
}
