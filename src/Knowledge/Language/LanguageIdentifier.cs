namespace Warmline.Knowledge.Language;

/// <summary>
/// The language of a line, or <see langword="null"/> where the line does not tell ("ok", "12345", "Samsung"): the caller then keeps
/// the conversation's language. <paramref name="Confidence"/> runs from 0 to 1.
/// </summary>
public readonly record struct LanguageGuess(string? Language, double Confidence);

/// <summary>
/// Tells English, Polish, Russian (also in Latin letters) and Persian apart, offline. The script decides first; within the Latin
/// script, function words and character trigrams do.
/// </summary>
public static class LanguageIdentifier
{
    private const int LongestRead = 1000;
    private const string PolishLetters = "ąćęłńśźż";
    private const string NotRussianCyrillic = "іїєґўђјљњћџ";
    private const string PersianLetters = "پچژگکی";
    private const string NotPersianLetters = "ةىأإؤ";

    /// <summary>Identifies one line.</summary>
    public static LanguageGuess Identify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = WithoutNames((text.Length > LongestRead ? text[..LongestRead] : text).ToLowerInvariant());
        var (latin, cyrillic, arabic) = CountScripts(line);
        var letters = latin + cyrillic + arabic;
        if (letters == 0)
        {
            return default;
        }

        // A product name in Latin letters inside a Russian or Persian line must not outvote the line itself.
        if (arabic * 3 >= letters && arabic >= cyrillic)
        {
            return Persian(line);
        }

        return cyrillic * 3 >= letters ? Russian(line) : LatinScript.Identify(line, line.Any(PolishLetters.Contains));
    }

    // E-mail addresses, links and order numbers are in no language.
    private static string WithoutNames(string line) =>
        string.Join(' ', line.Split(' ').Where(word => !word.Contains('@') && !word.Contains("://", StringComparison.Ordinal) && !word.Any(char.IsAsciiDigit)));

    private static LanguageGuess Persian(string line) =>
        line.Any(PersianLetters.Contains) ? new("fa", 0.98) : line.Any(NotPersianLetters.Contains) ? new("fa", 0.5) : new("fa", 0.8);

    private static LanguageGuess Russian(string line) => line.Any(NotRussianCyrillic.Contains) ? default : new("ru", 0.98);

    private static (int Latin, int Cyrillic, int Arabic) CountScripts(string line)
    {
        var (latin, cyrillic, arabic) = (0, 0, 0);
        foreach (var c in line.Where(char.IsLetter))
        {
            switch (c)
            {
                case < '\u0250':
                    latin++;
                    break;
                case >= '\u0400' and <= '\u04FF':
                    cyrillic++;
                    break;
                case >= '\u0600' and <= '\u06FF' or >= '\uFB50' and <= '\uFEFC':
                    arabic++;
                    break;
            }
        }

        return (latin, cyrillic, arabic);
    }
}
