using NodaTime;
using NodaTime.TimeZones;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>What a change of the clocks made of the time an editor wrote.</summary>
internal enum TimeShift
{
    None,

    /// <summary>That time does not exist on that day; the first minute after the gap is taken (02:30 → 03:00).</summary>
    Later,

    /// <summary>That time comes twice on that day; the first is taken.</summary>
    FirstOfTwo,
}

/// <summary>The shop's local time as an instant. The rule for clock changes is the one the bot reads customers' times by.</summary>
internal static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public static bool IsZone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <param name="local">Its kind is not looked at.</param>
    /// <param name="zone">A name of the tz database.</param>
    public static (DateTime Utc, TimeShift Shift) ToUtc(DateTime local, string zone)
    {
        var mapping = DateTimeZoneProviders.Tzdb[zone].MapLocal(LocalDateTime.FromDateTime(local));
        var shift = mapping.Count switch { 0 => TimeShift.Later, 1 => TimeShift.None, _ => TimeShift.FirstOfTwo };
        return (Resolver(mapping).ToDateTimeUtc(), shift);
    }

    public static DateTime FromUtc(DateTime utc, string zone) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeUnspecified();
}
