namespace Warmline.Bot;

/// <summary>Text from outside as every database takes it: without NUL, and cut between letters, never within one.</summary>
internal static class KeptText
{
    public static string Of(string text, int longest)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        return clean.Length <= longest ? clean : clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)];
    }
}
