using NodaTime;
using NodaTime.TimeZones;

namespace Warmline.Bot.Understanding;

/// <summary>The moment of a turn, seen in the shop's time zone. Nothing here reads a clock.</summary>
internal sealed class Today(DateTimeOffset now, DateTimeZone zone)
{
    // "02:30 does not exist" moves on to the next minute that does; what comes twice is meant the first time.
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    public ZonedDateTime Now { get; } = Instant.FromDateTimeOffset(now).InZone(zone);

    public LocalDate Date => Now.Date;

    public DateTimeOffset At(LocalDate day, int minute) => day.AtMidnight().PlusMinutes(minute).InZone(zone, Resolver).ToDateTimeOffset();
}
