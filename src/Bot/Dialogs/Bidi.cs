using System.Text;

namespace Warmline.Bot.Dialogs;

/// <summary>Keeps inserted values from disturbing the direction of the sentence around them.</summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public static string Isolate(string value, string language) =>
        NeedsIsolating(value, language) ? $"{FirstStrongIsolate}{value}{PopIsolate}" : value;

    /// <summary>Everything inside Persian, and anything right-to-left inside the others.</summary>
    public static bool NeedsIsolating(string value, string language) => language == "fa" || value.Any(IsRightToLeft);

    /// <summary>One line, without direction marks that could escape their isolate.</summary>
    public static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                clean.Append(' ');
            }
            else if (rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029))
            {
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString().Trim();
    }

    private static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
