using System.Globalization;
using System.Text;

namespace Warmline.Handoff.Files;

/// <summary>Makes a stranger's file name safe to show and to save. Letters of every alphabet stay.</summary>
internal static class FileName
{
    public const int Longest = 100;

    // Persian words need the first, some emoji the second; all other invisible characters turn names round or hide their ends.
    private const string Joiners = "\u200C\u200D";
    private const string Forbidden = "<>:\"|?*";

    public static string Clean(string name, FileType type)
    {
        var last = Whole(name)[(Whole(name).LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.EnumerateRunes().Where(IsShown)).Trim(' ', '.').Normalize();
        var ending = Path.GetExtension(shown);
        var stem = shown.Length == 0 ? "file" : shown;
        if (type.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            stem = Path.GetFileNameWithoutExtension(shown) is { Length: > 0 } rest ? rest : "file";
        }
        else
        {
            // A picture that became another kind gets that kind's ending; whatever else it was called stays visible before the true one.
            stem = FileType.IsPictureEnding(ending) && type.IsPicture ? Path.GetFileNameWithoutExtension(shown) : stem;
            ending = type.Endings[0];
        }

        return Shorten(stem, Longest - ending.Length) + ending;
    }

    // Half a character can be neither shown nor stored everywhere.
    private static string Whole(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));

    private static bool IsShown(Rune rune) => Joiners.Contains(rune.ToString(), StringComparison.Ordinal)
        || (!Forbidden.Contains(rune.ToString(), StringComparison.Ordinal) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
            or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate));

    private static string Shorten(string stem, int longest)
    {
        if (stem.Length <= longest)
        {
            return stem;
        }

        var end = char.IsHighSurrogate(stem[longest - 1]) ? longest - 1 : longest;
        return stem[..end].TrimEnd();
    }
}
