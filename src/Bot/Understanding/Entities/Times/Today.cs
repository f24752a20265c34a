using NodaTime;
using NodaTime.TimeZones;

namespace Warmline.Bot.Understanding;

/// <summary>The moment of a turn, seen in the shop's time zone. Nothing here reads a clock.</summary>
internal sealed record Today(DateTimeOffset Instant, DateTimeZone Zone)
{
    // "02:30 does not exist" moves on to the next minute that does; what comes twice is meant the first time.
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>What is told has happened: "I ordered on Monday" is the Monday before.</summary>
    public bool Past { get; init; }

    public ZonedDateTime Now { get; } = NodaTime.Instant.FromDateTimeOffset(Instant).InZone(Zone);

    public LocalDate Date => Now.Date;

    public DateTimeOffset At(LocalDate day, int minute) => day.AtMidnight().PlusMinutes(minute).InZone(Zone, Resolver).ToDateTimeOffset();
}
