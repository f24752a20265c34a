using System.Globalization;

namespace Warmline.Handoff.Desk;

/// <summary>The one place where the desk writes times: 24 hours, Gregorian, in the browser's time zone.</summary>
internal sealed class DeskClock(TimeProvider time)
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the browser's zone; one this machine doesn't know becomes a fixed distance from UTC.</summary>
    public void Use(string? zone, int minutesEast)
    {
        if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known))
        {
            known = Fixed(Math.Clamp(minutesEast, -14 * 60, 14 * 60));
        }

        _zone = known;
    }

    /// <summary>"14:05" today, "2026-11-23 14:05" on other days.</summary>
    public string Moment(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, _zone);
        var today = TimeZoneInfo.ConvertTimeFromUtc(Now, _zone).Date;
        return local.ToString(local.Date == today ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>"3 min": how long something has lasted.</summary>
    public string Since(DateTime utc, DeskTexts texts) => (Now - utc) switch
    {
        { TotalMinutes: < 1 } => texts["since.now"],
        { TotalHours: < 1 } span => texts.Say("since.minutes", (int)span.TotalMinutes),
        { TotalDays: < 1 } span => texts.Say("since.hours", (int)span.TotalHours),
        var span => texts.Say("since.days", (int)span.TotalDays),
    };

    private static TimeZoneInfo Fixed(int minutesEast) =>
        TimeZoneInfo.CreateCustomTimeZone("browser", TimeSpan.FromMinutes(minutesEast), "browser", "browser");
}
