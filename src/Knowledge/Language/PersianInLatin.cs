using System.Text;

namespace Warmline.Knowledge.Language;

/// <summary>
/// Persian typed in Latin letters ("ersal be kanada darid"). Short vowels are written there and long ones in many ways, so that words
/// of the two scripts are compared by their consonants only.
/// </summary>
internal static class PersianInLatin
{
    private const char WaySilent = 'و';
    private const char YeSilent = 'ی';
    private const char FinalHe = 'ه';

    // Longest first; letters that sound alike are one.
    private static readonly (string Written, string Sound)[] Latin =
    [
        ("kh", "خ"), ("gh", "ق"), ("sh", "ش"), ("ch", "چ"), ("zh", "ژ"), ("b", "ب"), ("c", "ک"), ("d", "د"), ("f", "ف"), ("g", "گ"),
        ("h", "ه"), ("j", "ج"), ("k", "ک"), ("l", "ل"), ("m", "م"), ("n", "ن"), ("p", "پ"), ("q", "ق"), ("r", "ر"), ("s", "س"),
        ("t", "ت"), ("v", "و"), ("w", "و"), ("x", "کس"), ("y", "ی"), ("z", "ز"),
    ];

    private const string Alike = "صسثسذزضزظزطتحهغق"; // a letter, and the one it sounds like
    private const string Vowels = "اع";

    /// <summary>Whether any letter is Arabic or Persian.</summary>
    public static bool HasPersian(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF');

    /// <summary>The consonants of a normalised word of either script, in Persian letters; empty where it has none.</summary>
    public static string Consonants(string word) => Bare(HasPersian(word) ? word : ToPersian(word));

    private static string ToPersian(string word)
    {
        var result = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length;)
        {
            var (written, sound) = Array.Find(Latin, pair => string.CompareOrdinal(word, at, pair.Written, 0, pair.Written.Length) == 0);
            result.Append(sound);
            at += written?.Length ?? 1;
        }

        return result.ToString();
    }

    // Way and ye are vowels but at the beginning, a he at the end is one, and a double letter is often written once.
    private static string Bare(string word)
    {
        var result = new StringBuilder(word.Length);
        foreach (var letter in word.Select(Sound).Where(letter => !Vowels.Contains(letter, StringComparison.Ordinal)))
        {
            if (result.Length == 0 || (letter is not (WaySilent or YeSilent) && result[^1] != letter))
            {
                result.Append(letter);
            }
        }

        return result.Length > 1 && result[^1] == FinalHe ? result.ToString(0, result.Length - 1) : result.ToString();
    }

    private static char Sound(char letter)
    {
        var at = Alike.IndexOf(letter, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? Alike[at + 1] : letter;
    }
}
