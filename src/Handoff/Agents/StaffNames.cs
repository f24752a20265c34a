using System.Text;

namespace Warmline.Handoff.Agents;

/// <summary>What a sign-in name and the name shown to customers may look like.</summary>
internal static class StaffNames
{
    public const int LongestDisplayName = 100;
    private const string Marks = "._-@+";

    /// <summary>One form for one person: "Ola", " OLA " and "ola" are the same.</summary>
    public static string Normalise(string? userName) => (userName ?? "").Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    public static bool IsGoodUserName(string normalised) =>
        normalised.Length is >= 2 and <= StaffAccount.LongestName && normalised.All(c => char.IsLetterOrDigit(c) || Marks.Contains(c));

    /// <summary>Null when it is empty, too long or holds signs nobody can see.</summary>
    public static string? CleanDisplayName(string? displayName)
    {
        var name = (displayName ?? "").Trim();
        return name.Length is > 0 and <= LongestDisplayName && !name.Any(char.IsControl) ? name : null;
    }
}
