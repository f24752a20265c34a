using System.Globalization;

namespace Warmline.Bot.Shop.Remote;

/// <summary>Text from outside, before it may stand in a customer's chat: one line, without tricks, of bounded length.</summary>
internal static class ShopText
{
    /// <summary>Null when nothing is left.</summary>
    public static string? Clean(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // Joiners belong to Persian words; what turns the direction of a line does not belong to a name.
        var line = string.Concat(text[..Math.Min(text.Length, longest * 2)].Select(c => char.IsControl(c) ? ' ' : c).Where(c => IsHarmless(c))).Trim();
        return line.Length == 0 ? null : KeptText.Of(line, longest);
    }

    /// <summary>A day such as <c>2026-03-01</c>, alone or before a time; null for anything else.</summary>
    public static DateOnly? Day(string? text) => text?.Trim() is { Length: >= 10 } day
        && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Sane(date) : null;

    /// <summary>UTC; a time without a zone is taken for UTC.</summary>
    public static DateTime? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && Sane(DateOnly.FromDateTime(at.UtcDateTime)) is not null ? at.UtcDateTime : null;

    public static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static bool IsHarmless(char c) => char.GetUnicodeCategory(c) != UnicodeCategory.Format || c is '\u200c' or '\u200d';

    private static DateOnly? Sane(DateOnly day) => day.Year is >= 2000 and < 2100 ? day : null;
}
