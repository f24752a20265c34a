using NodaTime;
using NodaTime.Text;

namespace Warmline.Handoff.Promises;

/// <summary>A day without calls: one date, or one day of every year.</summary>
internal sealed record Holiday(int? Year, int Month, int Day)
{
    private const int LeapYear = 2000;

    public static Holiday? Read(string written)
    {
        if (LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var date })
        {
            return new Holiday(date.Year, date.Month, date.Day);
        }

        return LocalDatePattern.Iso.Parse($"{LeapYear}-{written}") is { Success: true, Value: var yearly } ? new Holiday(null, yearly.Month, yearly.Day) : null;
    }

    public bool Is(LocalDate date) => (Year is null || Year == date.Year) && Month == date.Month && Day == date.Day;
}
