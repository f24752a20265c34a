using NodaTime;

namespace Warmline.Bot.Understanding;

/// <summary>What a phrase about time says.</summary>
internal abstract record Meaning
{
    private Meaning()
    {
    }

    public sealed record Quantity(long Value) : Meaning;

    /// <summary>A time of the day in minutes. Bare: twelve hours, and nobody said which half ("five").</summary>
    public sealed record Clock(int Minute, bool Bare) : Meaning;

    /// <summary>Between two times of a day; null is open, twice the same is one moment.</summary>
    public sealed record Hours(Clock? From, Clock? To) : Meaning;

    /// <summary>A part of the day in hours; the night ends at 30, on the next day.</summary>
    public sealed record Part(int From, int To) : Meaning;

    /// <summary>From a day to before another; null is open. A weekday gives way to a date beside it ("Tuesday, 1 December").</summary>
    public sealed record Days(LocalDate? From, LocalDate? To, bool Weekday = false) : Meaning
    {
        /// <summary>The last such day until today, where the words leave open which is meant ("Friday", "3 November").</summary>
        public LocalDate? Last { get; init; }
    }

    /// <summary>"Tonight": a day and a part of it.</summary>
    public sealed record DayPart(Days On, Part Stretch) : Meaning;

    /// <summary>Counted from now ("in two hours"); an open end is null.</summary>
    public sealed record Moment(ZonedDateTime From, ZonedDateTime? To) : Meaning;

    /// <summary>Said like a time but none there is: 31 February, 25:00.</summary>
    public sealed record Impossible : Meaning;
}
