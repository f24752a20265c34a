using NodaTime;
using static Warmline.Bot.Understanding.Meaning;

namespace Warmline.Bot.Understanding;

/// <summary>The verbs of the word files for times of the day and moments; <see cref="DayVerbs"/> has those for days.</summary>
internal static class TimeVerbs
{
    private const int Hour = 60;
    private const int Noon = 12 * Hour;
    private const int Day = 24 * Hour;
    private const int Month = 30 * Day;
    private const long LongestWait = 100L * 365 * Day;

    private static readonly Dictionary<string, Func<Today, Meaning[], Meaning>> Verbs = new(DayVerbs.All, StringComparer.Ordinal)
    {
        ["sum"] = (_, said) => new Quantity(said.Sum(Number)),
        ["clock"] = (_, said) => At((Number(said[0]) * Hour) + Number(said[1]), Number(said[0]), Number(said[1]), said.ElementAtOrDefault(2)),
        ["sharp"] = (_, said) => At((Number(said[0]) * Hour) + Number(said[1]), 0, Number(said[1]), null),
        ["to"] = (_, said) => At((Number(said[0]) * Hour) - Number(said[1]), Number(said[0]), Number(said[1]), said.ElementAtOrDefault(2)),
        ["part"] = (_, said) => new Part(Number(said[0]), Number(said[1])),
        ["point"] = (_, said) => Between(said[0], said[0]),
        ["after"] = (_, said) => Between(said[0], null),
        ["before"] = (_, said) => Between(null, said[0]),
        ["between"] = (_, said) => Between(said[0], said[1]),
        ["plus"] = (today, said) => From(today, Number(said[0]), Number(said[1])),
        ["minus"] = (today, said) => From(today, -Number(said[0]), Number(said[1])),
        ["within"] = (today, said) => Within(today, From(today, Number(said[0]), Number(said[1]))),
        ["since"] = (today, said) => Since(today, From(today, -Number(said[0]), Number(said[1]))),
        ["now"] = (today, _) => new Moment(today.Now, today.Now),
        ["anytime"] = (today, _) => new Moment(today.Now, null),
    };

    public static Meaning Of(Found found, Today today)
    {
        if (found.Rule is not { } rule)
        {
            return new Quantity(found.Value);
        }

        var said = rule.Arguments.Select(one => one.Slot > 0 ? Of(found.Slots[one.Slot - 1], today) : new Quantity(one.Value)).ToArray();
        return Array.Exists(said, one => one is Impossible) ? new Impossible()
            : rule.Verb.Length > 0 ? Verbs[rule.Verb](today, said)
            : said.Length > 0 ? said[0] : new Quantity(0);
    }

    /// <summary>The value of a phrase that is nothing but a number.</summary>
    public static long NumberOf(Found found) => found.Rule is not { } rule ? found.Value
        : rule.Arguments.Sum(argument => argument.Slot > 0 ? NumberOf(found.Slots[argument.Slot - 1]) : argument.Value);

    private static int Number(Meaning meaning) => (int)((Quantity)meaning).Value;

    private static Hours Between(Meaning? from, Meaning? to) => new(from as Clock, to as Clock);

    private static Meaning At(int minute, int hour, int minutes, Meaning? part)
    {
        if (minute is < 0 or > Day || minutes is < 0 or >= Hour)
        {
            return new Impossible();
        }

        var clock = new Clock(minute, hour is >= 1 and <= 12);
        return part is Part half ? Settle(clock, half) : clock;
    }

    /// <summary>A bare hour from one to six means the afternoon, the others are meant as said; a part of the day decides otherwise.</summary>
    public static Clock Settle(Clock clock, Part? part)
    {
        var (minute, bare) = clock;
        var half = !bare ? 0
            : part is null ? (minute is >= Hour and < 7 * Hour ? Noon : 0)
            : part.From >= 22 ? (minute >= Noon ? Noon : minute >= 6 * Hour ? Noon : 0)
            : part.From >= 12 ? (minute >= Noon || (part.To == 14 && minute >= 10 * Hour) ? 0 : Noon)
            : part.From == 0 && minute >= Noon ? -Noon : 0;
        return new Clock(minute + half, Bare: false);
    }

    // Units of a day and more name days, smaller ones moments; months have no length.
    private static Meaning From(Today today, int count, int unit) => unit switch
    {
        _ when Math.Abs((long)count * (unit < 0 ? -unit * Month : unit)) > LongestWait => new Impossible(),
        < 0 => new Days(today.Date.PlusMonths(count * -unit), today.Date.PlusMonths(count * -unit).PlusDays(1)),
        >= Day => new Days(today.Date.PlusDays(count * (unit / Day)), today.Date.PlusDays((count * (unit / Day)) + 1)),
        _ => new Moment(today.Now.PlusMinutes(count * unit), today.Now.PlusMinutes(count * unit)),
    };

    private static Meaning Since(Today today, Meaning begin) => begin switch
    {
        Moment moment => new Moment(moment.From, today.Now),
        Days days => new Days(days.From, today.Date.PlusDays(1)),
        _ => begin,
    };

    private static Meaning Within(Today today, Meaning end) => end switch
    {
        Moment moment => new Moment(today.Now, moment.From),
        Days days => new Days(today.Date, days.To),
        _ => end,
    };
}
