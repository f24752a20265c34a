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
        char.IsLetter(word.Text[0]) && !word.Text.Any(char.IsAsciiDigit)
        && (word.End >= text.Length || text[word.End] is not ('@' or '/')) && (word.Start == 0 || text[word.Start - 1] is not ('@' or '/' or '.'));
}
