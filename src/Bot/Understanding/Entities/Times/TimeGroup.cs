using NodaTime;
using static Warmline.Bot.Understanding.Meaning;

namespace Warmline.Bot.Understanding;

/// <summary>Words about time that stand together and complete each other: "tomorrow" + "morning" + "after ten".</summary>
internal sealed class TimeGroup(int first)
{
    private const int Hour = 60;
    private const int Noon = 12 * Hour;
    private const int Day = 24 * Hour;

    private Days? _days;
    private Part? _part;
    private Hours? _hours;
    private Moment? _moment;
    private bool _impossible;

    public int First { get; } = first;

    public int End { get; private set; } = first;

    /// <summary>More than hours, which are written alike in every language.</summary>
    public bool NamesMoreThanHours => _days is not null || _part is not null || _moment is not null;

    public bool AwaitsHours => _hours is null && _moment is null && (_days is not null || _part is not null);

    /// <summary>False when the words say again what is known; then they begin a group of their own.</summary>
    public bool Take(Meaning meaning, int end)
    {
        var taken = meaning switch
        {
            Days days => TakeDays(days),
            DayPart both => _part is null && TakeDays(both.On) && TakePart(both.Stretch),
            Part part => _moment is null && _part is null && TakePart(part),
            Hours hours => _moment is null && _hours is null && (_hours = hours) is not null,
            Moment moment => End == First && (_moment = moment) is not null,
            Impossible => _impossible = true,
            _ => false,
        };
        End = taken ? end : End;
        return taken;
    }

    private bool TakeDays(Days days)
    {
        var fits = _moment is null && (_days is null || _days.Weekday != days.Weekday);
        _days = fits && _days is not { Weekday: false } ? days : _days;
        return fits;
    }

    private bool TakePart(Part part)
    {
        _part = part;
        return true;
    }

    /// <summary>Null when the words name no time there is.</summary>
    public TimeMention? Resolve(string quote, Today today)
    {
        if (_impossible)
        {
            return null;
        }

        if (_moment is { } moment)
        {
            return new TimeMention(quote, moment.From.ToDateTimeOffset(), moment.To?.ToDateTimeOffset(), HasTime: true) { Over = Over(moment.From.Date, today) };
        }

        if (_hours is null && _part is null)
        {
            var (since, end) = (_days!.From ?? today.Date, _days.To);
            var first = end <= since ? end.Value.PlusDays(-1) : since;
            return new TimeMention(quote, today.At(first, 0), end is { } until ? today.At(until, 0) : null, HasTime: false) { Over = Over(first, today) };
        }

        var (from, to) = Settle();
        var day = _days?.From ?? NextDay(from, to, today);
        var last = _days is { From: not null, To: { } after } ? after.PlusDays(-1) : day;
        var begin = from is { } start ? today.At(day, start) : day > today.Date ? today.At(day, 0) : today.Now.ToDateTimeOffset();
        var over = to is { } minute ? today.At(last, minute) : (DateTimeOffset?)null;

        // "By five", said at six: what is over began when its day did.
        return new TimeMention(quote, over < begin ? today.At(last, 0) : begin, over, HasTime: true) { Over = Over(day, today) };
    }

    private DateOnly? Over(LocalDate day, Today today) => (_days?.Last ?? (day <= today.Date ? day : null))?.ToDateOnly();

    private (int? From, int? To) Settle()
    {
        if (_hours is not { } hours)
        {
            return (_part!.From * Hour, _part.To * Hour);
        }

        var to = hours.To is null ? (int?)null : TimeVerbs.Settle(hours.To, _part).Minute;
        if (hours.From is null)
        {
            return (null, to);
        }

        // "7 to 9 pm": the half of the day that was said at the end holds for the beginning too, if it can.
        var from = TimeVerbs.Settle(hours.From, _part).Minute;
        if (hours is { From.Bare: true, To: { Bare: false, Minute: >= Noon } } && _part is null && (from % Noon) + Noon < to)
        {
            from = (from % Noon) + Noon;
        }

        return (from, to >= from || to is null ? to : hours.To!.Bare && to + Noon > from ? to + Noon : to + Day);
    }

    // Without a day the next such time is meant; a stretch that is half over is meant for tomorrow.
    private static LocalDate NextDay(int? from, int? to, Today today)
    {
        var now = (today.Now.Hour * Hour) + today.Now.Minute;
        var latest = from is null ? to!.Value : to is null ? from.Value : (from.Value + to.Value) / 2;
        return latest > now ? today.Date : today.Date.PlusDays(1);
    }
}
