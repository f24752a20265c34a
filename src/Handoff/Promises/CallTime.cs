using System.Globalization;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Promises;

/// <summary>How the moment of a promised call is written for people: with the weekday, 24 hours, in Persian the Jalali date beside the Gregorian one.</summary>
public static class CallTime
{
    private const char Mark = '@';
    private const char ZoneMark = '|';
    private static readonly PersianCalendar Jalali = new();

    private static readonly string[] JalaliMonths =
        ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

    /// <summary>"Friday, 27 November 2026, 15:00" in en, pl, ru, fa. A zone is named when it is given.</summary>
    public static string Write(DateTimeOffset local, string language, string? zone = null)
    {
        var (day, gregorian, time) = (Weekday(local, language), $"{local.Day} {Month(local, language)} {local.Year}", Clock(local));
        var written = language switch
        {
            "fa" => Digits($"{day} {JalaliDay(local)} {Jalali.GetYear(local.DateTime)} ({gregorian})، ساعت {time}"),
            "ru" => $"{day}, {gregorian} года, {time}",
            _ => $"{day}, {gregorian}, {time}",
        };
        return zone is null ? written : $"{written} ({zone})";
    }

    /// <summary>The same for a button: "Friday 27 November, 15:00".</summary>
    public static string Label(DateTimeOffset local, string language) => language switch
    {
        "fa" => Digits($"{Weekday(local, language)} {JalaliDay(local)}، ساعت {Clock(local)}"),
        "en" => $"{Weekday(local, language)} {local.Day} {Month(local, language)}, {Clock(local)}",
        _ => $"{Weekday(local, language)}, {local.Day} {Month(local, language)}, {Clock(local)}",
    };

    /// <summary>The moment as the argument of a stored line, written out anew in each reader's language.</summary>
    internal static string Keep(DateTimeOffset local, string? zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}{local:yyyy-MM-dd'T'HH:mm:sszzz}{ZoneMark}{zone}");

    /// <summary>The words for a kept moment; null when this is none.</summary>
    internal static string? Read(string kept, string language)
    {
        var parts = kept.StartsWith(Mark) ? kept[1..].Split(ZoneMark) : [];
        return parts.Length == 2 && DateTimeOffset.TryParseExact(parts[0], "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Write(local, language, parts[1].Length > 0 ? parts[1] : null)
            : null;
    }

    private static string Clock(DateTimeOffset local) => local.ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static string JalaliDay(DateTimeOffset local) =>
        $"{Jalali.GetDayOfMonth(local.DateTime)} {JalaliMonths[Jalali.GetMonth(local.DateTime) - 1]}";

    private static string Month(DateTimeOffset local, string language) => Named("format.months", language, local.Month - 1);

    // The week of the list begins on Monday.
    private static string Weekday(DateTimeOffset local, string language) => Named("format.weekdays", language, ((int)local.DayOfWeek + 6) % 7);

    private static string Named(string list, string language, int at) => SystemLines.Text(list, language).Split('|')[at];

    private static string Digits(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));
}
