using NodaTime;

namespace Warmline.Bot.Understanding;

/// <summary>Dates of the Iranian calendar as days of ours.</summary>
internal static class JalaliDates
{
    private const int EarliestYear = 1330;
    private const int LatestYear = 1500;
    private static readonly CalendarSystem Calendar = CalendarSystem.PersianAstronomical;

    public static Meaning Date(LocalDate today, int day, int month, int? year)
    {
        // 30 Esfand comes in leap years only: some year near has one.
        var years = year is { } said ? [said < 100 ? said + 1400 : said] : Enumerable.Range(today.WithCalendar(Calendar).Year - 1, 3);
        var dates = years.Where(one => IsDate(one, month, day)).Select(one => new LocalDate(one, month, day, Calendar).WithCalendar(CalendarSystem.Iso));
        var last = year is null ? dates.Where(date => date <= today).Select(date => (LocalDate?)date).LastOrDefault() : null;
        return dates.OrderBy(date => Math.Abs(Period.DaysBetween(today, date))).Select(date => DayVerbs.One(date, last)).FirstOrDefault() ?? (Meaning)new Meaning.Impossible();
    }

    /// <summary>The next such day of a month.</summary>
    public static Meaning DayOfMonth(LocalDate today, int day)
    {
        var here = today.WithCalendar(Calendar);
        var months = Enumerable.Range(0, 12).Select(here.PlusMonths).Where(month => IsDate(month.Year, month.Month, day));
        var days = months.Select(month => new LocalDate(month.Year, month.Month, day, Calendar)).Where(one => one >= here);
        return days.Select(one => (Meaning)DayVerbs.One(one.WithCalendar(CalendarSystem.Iso))).FirstOrDefault() ?? new Meaning.Impossible();
    }

    public static Meaning.Days Month(LocalDate today, int months) => Whole(today.WithCalendar(Calendar).PlusMonths(months));

    public static Meaning.Days MonthNamed(LocalDate today, int month) =>
        Whole(((Meaning.Days)Date(today, 1, month, null)).From!.Value.WithCalendar(Calendar));

    private static Meaning.Days Whole(LocalDate month)
    {
        var first = month.With(DateAdjusters.StartOfMonth);
        return new(first.WithCalendar(CalendarSystem.Iso), first.PlusMonths(1).WithCalendar(CalendarSystem.Iso));
    }

    private static bool IsDate(int year, int month, int day) => year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12
        && day >= 1 && day <= Calendar.GetDaysInMonth(year, month);
}
