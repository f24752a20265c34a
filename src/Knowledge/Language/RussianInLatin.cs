using System.Text;

namespace Warmline.Knowledge.Language;

/// <summary>Russian typed in Latin letters ("gde moy zakaz"): there and back, for searching and for recognising it.</summary>
public static class RussianInLatin
{
    // Longest first. Ambiguous spellings take the reading that is more frequent in Russian.
    private static readonly (string Latin, string Cyrillic)[] Pairs =
    [
        ("shch", "щ"), ("sch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ya", "я"), ("ja", "я"),
        ("yu", "ю"), ("ju", "ю"), ("yo", "е"), ("jo", "е"), ("ye", "е"), ("iy", "ий"), ("yy", "ый"), ("ay", "ай"), ("oy", "ой"),
        ("ey", "ей"), ("uy", "уй"), ("a", "а"), ("b", "б"), ("c", "ц"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
        ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"),
        ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "х"), ("y", "ы"), ("z", "з"),
    ];

    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch",
        "sh", "sch", "", "y", "", "e", "yu", "ya",
    ];

    /// <summary>Whether any letter is Cyrillic.</summary>
    public static bool HasCyrillic(string text) => text.Any(c => c is >= '\u0400' and <= '\u04FF');

    /// <summary>Reads normalised text as Russian.</summary>
    public static string ToCyrillic(string normalized)
    {
        var result = new StringBuilder(normalized.Length);
        for (var at = 0; at < normalized.Length;)
        {
            var (latin, cyrillic) = Array.Find(Pairs, pair => string.CompareOrdinal(normalized, at, pair.Latin, 0, pair.Latin.Length) == 0);
            result.Append(cyrillic ?? normalized[at].ToString());
            at += latin?.Length ?? 1;
        }

        return result.ToString();
    }

    /// <summary>Spells normalised Russian the way people do on a keyboard without Cyrillic.</summary>
    public static string ToLatin(string normalized)
    {
        var result = new StringBuilder(normalized.Length);
        foreach (var c in normalized)
        {
            var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
            result.Append(at < 0 ? c.ToString() : Latin[at]);
        }

        return result.ToString();
    }
}
