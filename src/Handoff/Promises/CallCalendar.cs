using Microsoft.Extensions.Options;
using NodaTime;

namespace Warmline.Handoff.Promises;

/// <summary>A stretch in which a promised call begins, as instants.</summary>
internal readonly record struct CallSlot(DateTime Start, DateTime End);

/// <summary>Why there are no calls on a day.</summary>
internal enum DayKind
{
    Open,
    Closed,
    Holiday,
}

/// <summary>Business hours and holidays as slots of real time. Slots are cut from instants, so that days on which the clocks change have no slot twice and none that never comes.</summary>
internal sealed class CallCalendar
{
    private readonly Dictionary<IsoDayOfWeek, IReadOnlyList<OpenStretch>> _hours;
    private readonly List<Holiday> _holidays;

    public CallCalendar(IOptions<CallbackOptions> options)
    {
        Terms = options.Value;
        Zone = DateTimeZoneProviders.Tzdb[Terms.Zone];
        _hours = Terms.Hours.ToDictionary(day => Enum.Parse<IsoDayOfWeek>(day.Key, ignoreCase: true), day => OpenStretch.ReadAll(day.Value)!);
        _holidays = [.. Terms.Holidays.Select(day => Holiday.Read(day)!)];
    }

    public CallbackOptions Terms { get; }

    public DateTimeZone Zone { get; }

    public LocalDate DateOf(DateTime utc) => At(utc).InZone(Zone).Date;

    /// <summary>The first moment of a day.</summary>
    public DateTime StartOf(LocalDate day) => Zone.AtStartOfDay(day).ToDateTimeUtc();

    public DayKind KindOf(LocalDate day) => _holidays.Exists(holiday => holiday.Is(day)) ? DayKind.Holiday
        : _hours.GetValueOrDefault(day.DayOfWeek) is { Count: > 0 } ? DayKind.Open : DayKind.Closed;

    /// <summary>The last moment a call can be booked for.</summary>
    public DateTime Horizon(DateTime now) => StartOf(DateOf(now).PlusDays(Terms.DaysAhead + 1));

    /// <summary>The moment as it is written where the shop is, or in the customer's zone if there is such a zone.</summary>
    public DateTimeOffset Local(DateTime utc, string? zone = null) =>
        At(utc).InZone((zone is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)) ?? Zone).ToDateTimeOffset();

    /// <summary>All slots that begin in the stretch, in their order.</summary>
    public IEnumerable<CallSlot> Slots(DateTime from, DateTime to)
    {
        for (var day = DateOf(from); day <= DateOf(to); day = day.PlusDays(1))
        {
            foreach (var slot in OfDay(day))
            {
                if (slot.Start >= from && slot.Start < to)
                {
                    yield return slot;
                }
            }
        }
    }

    private IEnumerable<CallSlot> OfDay(LocalDate day)
    {
        if (KindOf(day) != DayKind.Open)
        {
            yield break;
        }

        foreach (var stretch in _hours[day.DayOfWeek])
        {
            var end = Zone.AtLeniently((stretch.EndsAtMidnight ? day.PlusDays(1) : day).At(stretch.To)).ToDateTimeUtc();
            for (var start = Zone.AtLeniently(day.At(stretch.From)).ToDateTimeUtc(); start + Terms.SlotLength <= end; start += Terms.SlotLength)
            {
                yield return new CallSlot(start, start + Terms.SlotLength);
            }
        }
    }

    private static Instant At(DateTime utc) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
