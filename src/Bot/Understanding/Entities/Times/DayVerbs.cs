using NodaTime;
using static Warmline.Bot.Understanding.Meaning;

namespace Warmline.Bot.Understanding;

/// <summary>The verbs of the word files that name days. Weekdays count from Monday, 1.</summary>
internal static class DayVerbs
{
    private const int Week = 7;
    private const int EarliestYear = 1950;
    private const int LatestYear = 2150;

    public static Dictionary<string, Func<Today, Meaning[], Meaning>> All { get; } = new(StringComparer.Ordinal)
    {
        ["day"] = (today, said) => One(today.Date.PlusDays(Number(said[0]))),
        ["dayPart"] = (today, said) => new DayPart(One(today.Date.PlusDays(Number(said[0]))), new Part(Number(said[1]), Number(said[2]))),
        ["weekday"] = (today, said) => Weekday(today.Past ? today.Date.Previous(Named(said[0])) : today.Date.Next(Named(said[0]))) with { Last = today.Date.PlusDays(1).Previous(Named(said[0])) },
        ["thisWeekday"] = (today, said) => Weekday(today.Date.PlusDays(-1).Next(Named(said[0]))),
        ["lastWeekday"] = (today, said) => Weekday(today.Date.Previous(Named(said[0]))),
        ["weekdayIn"] = (today, said) => Weekday(InWeek(today, Number(said[1]), Named(said[2]), Named(said[0]))),
        ["week"] = (today, said) => Length(InWeek(today, Number(said[0]), Named(said[1]), Named(said[1])), Week),
        ["weekend"] = (today, said) => Length(today.Date.PlusDays(-1).Next(Named(said[1])).PlusWeeks(Number(said[0])), Number(said[2])),
        ["month"] = (today, said) => Month(today.Date.PlusMonths(Number(said[0]))),
        ["monthNamed"] = (today, said) => Month(today.Past ? LastMonth(today.Date, Number(said[0])) : Nearest(today, 1, Number(said[0]))!.Value),
        ["dayOfMonth"] = (today, said) => DayOfMonth(today, Number(said[0])),
        ["date"] = (today, said) => Date(today, Number(said[0]), Number(said[1]), said.Length > 2 ? Number(said[2]) : null),
        ["jalali"] = (today, said) => JalaliDates.Date(today.Date, Number(said[0]), Number(said[1]), said.Length > 2 ? Number(said[2]) : null),
        ["jalaliDay"] = (today, said) => JalaliDates.DayOfMonth(today.Date, Number(said[0])),
        ["jalaliMonth"] = (today, said) => JalaliDates.Month(today.Date, Number(said[0])),
        ["jalaliMonthNamed"] = (today, said) => JalaliDates.MonthNamed(today.Date, Number(said[0])),
        ["afterDay"] = (_, said) => new Days(((Days)said[0]).To, null),
        ["spanDates"] = (today, said) => Span(Date(today, Number(said[0]), Number(said[2]), null), Date(today, Number(said[1]), Number(said[2]), null)),
        ["spanJalali"] = (today, said) => Span(
            JalaliDates.Date(today.Date, Number(said[0]), Number(said[2]), null), JalaliDates.Date(today.Date, Number(said[1]), Number(said[2]), null)),
        ["from"] = (_, said) => new Days(((Days)said[0]).From, null),
        ["until"] = (today, said) => new Days(today.Date, ((Days)said[0]).To),
        ["beforeDay"] = (today, said) => new Days(today.Date, ((Days)said[0]).From),
        ["span"] = (_, said) => Span(said[0], said[1]),
        ["end"] = (_, said) => new Days(((Days)said[0]).To!.Value.PlusDays(-2), ((Days)said[0]).To),
        ["start"] = (_, said) => new Days(((Days)said[0]).From, ((Days)said[0]).From!.Value.PlusDays(2)),
    };

    /// <summary>A day; <paramref name="last"/> is the one meant if it is over.</summary>
    public static Days One(LocalDate day, LocalDate? last = null) => new(day, day.PlusDays(1)) { Last = last };

    private static int Number(Meaning meaning) => (int)((Quantity)meaning).Value;

    private static IsoDayOfWeek Named(Meaning meaning) => (IsoDayOfWeek)Number(meaning);

    private static Days Weekday(LocalDate day) => One(day) with { Weekday = true };

    private static Days Length(LocalDate from, int days) => new(from, from.PlusDays(days));

    private static Days Month(LocalDate day) => new(day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth).PlusDays(1));

    private static LocalDate InWeek(Today today, int weeks, IsoDayOfWeek first, IsoDayOfWeek day) =>
        today.Date.PlusDays(1).Previous(first).PlusWeeks(weeks).PlusDays(-1).Next(day);

    // "From the 28th to the 3rd", "from Friday to Tuesday": an end before its beginning is in the next week or month.
    private static Meaning Span(Meaning first, Meaning last)
    {
        if (first is not Days from || last is not Days to)
        {
            return new Impossible();
        }

        var end = to.To is { } said && from.From is { } begun && said <= begun ? (to.Weekday ? said.PlusWeeks(1) : said.PlusMonths(1)) : to.To;
        return end <= from.From ? new Impossible() : new Days(from.From, end);
    }

    private static LocalDate LastMonth(LocalDate today, int month) => new(month <= today.Month ? today.Year : today.Year - 1, month, 1);

    private static Meaning DayOfMonth(Today today, int day)
    {
        if (day is < 1 or > 31)
        {
            return new Impossible();
        }

        var last = NearestDay(today.Date, day, -1);
        return One(today.Past ? last : NearestDay(today.Date, day, 1), last);
    }

    // The nearest month ahead, or behind, that has such a day; one of two neighbours has always 31.
    private static LocalDate NearestDay(LocalDate today, int day, int step) => Enumerable.Range(0, 3).Select(months => today.PlusMonths(months * step))
        .Where(month => day <= month.Calendar.GetDaysInMonth(month.Year, month.Month))
        .Select(month => new LocalDate(month.Year, month.Month, day)).First(one => step < 0 ? one <= today : one >= today);

    private static Meaning Date(Today today, int day, int month, int? year)
    {
        if (year is < 100)
        {
            year += 2000;
        }

        if (year is null)
        {
            return Nearest(today, day, month) is { } nearest ? One(nearest, Years(today, day, month).LastOrDefault(date => date <= today.Date)) : new Impossible();
        }

        return IsDate(year.Value, month, day) ? One(new LocalDate(year.Value, month, day)) : new Impossible();
    }

    // A date without a year is the nearest one, past or to come: "I ordered on 5 November", "bring it on 10 January".
    private static LocalDate? Nearest(Today today, int day, int month) => Years(today, day, month)
        .OrderBy(date => Math.Abs(Period.DaysBetween(today.Date, date!.Value)))
        .FirstOrDefault();

    private static IEnumerable<LocalDate?> Years(Today today, int day, int month) => Enumerable.Range(today.Date.Year - 1, 3)
        .Where(year => IsDate(year, month, day)).Select(year => (LocalDate?)new LocalDate(year, month, day));

    private static bool IsDate(int year, int month, int day) => year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12
        && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
}
