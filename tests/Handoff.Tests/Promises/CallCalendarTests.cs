using Microsoft.Extensions.Options;
using NodaTime;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

public sealed class CallCalendarTests
{
    [Fact]
    public void A_working_day_has_slots_from_nine_to_five_and_a_weekend_none()
    {
        var calendar = Calls.Calendar();

        var week = calendar.Slots(Utc(2026, 11, 23, 0), Utc(2026, 11, 30, 0)).ToList();

        Assert.Equal(5 * 16, week.Count);
        Assert.Equal(Utc(2026, 11, 23, 8), week[0].Start);
        Assert.Equal(Utc(2026, 11, 27, 16), week[^1].End);
    }

    [Fact]
    public void The_night_without_an_hour_has_no_slot_that_never_comes()
    {
        // On 29 March 2026 there is no 02:00 to 03:00 in Warsaw.
        var slots = Night().Slots(Utc(2026, 3, 28, 23), Utc(2026, 3, 29, 4)).ToList();

        Assert.Equal(["01:00", "01:30", "03:00", "03:30"], slots.Select(slot => Local(slot)));
        Assert.Equal(slots.Count, slots.Select(slot => slot.Start).Distinct().Count());
    }

    [Fact]
    public void The_night_with_an_hour_twice_has_each_slot_of_real_time_once()
    {
        // On 25 October 2026 it is 02:00 twice in Warsaw.
        var slots = Night().Slots(Utc(2026, 10, 24, 22), Utc(2026, 10, 25, 4)).ToList();

        Assert.Equal(["01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"], slots.Select(slot => Local(slot)));
        Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
    }

    [Fact]
    public void Holidays_of_one_year_and_of_every_year_are_days_off()
    {
        var calendar = Calls.Calendar(o =>
        {
            o.Holidays.Add("2026-12-24");
            o.Holidays.Add("12-25");
        });

        Assert.Equal(DayKind.Holiday, calendar.KindOf(new LocalDate(2026, 12, 24)));
        Assert.Equal(DayKind.Open, calendar.KindOf(new LocalDate(2027, 12, 24)));
        Assert.Equal(DayKind.Holiday, calendar.KindOf(new LocalDate(2030, 12, 25)));
        Assert.Empty(calendar.Slots(Utc(2026, 12, 24, 0), Utc(2026, 12, 26, 0)));
    }

    [Fact]
    public void A_break_at_noon_is_no_time_to_call()
    {
        var calendar = Calls.Calendar(o => o.Hours["Monday"] = "09:00-10:00, 11:00-12:00");

        Assert.Equal(["09:00", "09:30", "11:00", "11:30"], calendar.Slots(Utc(2026, 11, 23, 0), Utc(2026, 11, 24, 0)).Select(slot => Local(slot)));
    }

    [Theory]
    [InlineData("Zone", "Mars/Olympus", "Zone is no time zone: Mars/Olympus.")]
    [InlineData("Someday", "09:00-17:00", "Hours:Someday is no weekday")]
    [InlineData("Monday", "9-17", "Hours:Monday is \"9-17\"")]
    [InlineData("Monday", "17:00-09:00", "Hours:Monday is")]
    [InlineData("Monday", "09:00-12:00, 11:00-13:00", "Hours:Monday is")]
    [InlineData("Holiday", "2026-02-31", "Holidays has \"2026-02-31\"")]
    [InlineData("Holiday", "Christmas", "Holidays has \"Christmas\"")]
    [InlineData("Never", "", "leaves no hour to call in")]
    public void A_setting_that_cannot_be_meant_is_named(string what, string value, string problem)
    {
        var options = new CallbackOptions();
        switch (what)
        {
            case "Zone":
                options.Zone = value;
                break;
            case "Holiday":
                options.Holidays.Add(value);
                break;
            case "Never":
                foreach (var day in options.Hours.Keys.ToList())
                {
                    options.Hours[day] = "";
                }

                break;
            default:
                options.Hours[what] = value;
                break;
        }

        var result = new CallbackOptionsCheck().Validate(Options.DefaultName, options);

        Assert.Contains(result.Failures!, failure => failure.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void The_defaults_are_good() => Assert.True(new CallbackOptionsCheck().Validate(null, new CallbackOptions()).Succeeded);

    [Theory]
    [InlineData("en", "Friday, 27 November 2026, 15:00")]
    [InlineData("pl", "piątek, 27 listopada 2026, 15:00")]
    [InlineData("ru", "пятница, 27 ноября 2026 года, 15:00")]
    [InlineData("fa", "جمعه ۶ آذر ۱۴۰۵ (۲۷ نوامبر ۲۰۲۶)، ساعت ۱۵:۰۰")]
    public void Moments_are_written_as_people_of_the_language_write_them(string language, string written) =>
        Assert.Equal(written, CallTime.Write(new DateTimeOffset(2026, 11, 27, 15, 0, 0, TimeSpan.FromHours(1)), language));

    private static CallCalendar Night() => Calls.Calendar(o => (o.Hours["Sunday"], o.Hours["Saturday"]) = ("01:00-04:00", ""));

    private static string Local(CallSlot slot) => Calls.Calendar().Local(slot.Start).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
