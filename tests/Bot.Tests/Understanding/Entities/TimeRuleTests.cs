using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

public sealed class TimeRuleTests
{
    [Theory]
    [InlineData("en", "on 31 February", "31 February")]
    [InlineData("en", "at 25:00", "at 25:00")]
    [InlineData("en", "in 9999 years", "in 9999 years")]
    [InlineData("pl", "30 lutego", "30 lutego")]
    [InlineData("ru", "31 апреля", "31 апреля")]
    [InlineData("fa", "۳۱ آذر", "۳۱ آذر")]
    public void A_time_that_does_not_exist_is_no_time_but_is_told(string language, string line, string quote)
    {
        var entities = Reading.Read(language, line);

        Assert.Empty(entities.Times);
        Assert.Equal([quote], entities.UnusableTimes);
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_moves_on_to_the_next_that_exists() =>
        Assert.Equal("03-28T03:00", Reading.Times("en", "2027-03-28 02:30"));

    [Fact]
    public void An_hour_that_comes_twice_is_meant_the_first_time() =>
        Assert.Equal(TimeSpan.FromHours(2), Reading.Read("en", "2026-10-25 02:30").Times[0].From.Offset);

    [Fact]
    public void Tomorrow_is_the_shop_s_not_the_server_s()
    {
        var tehran = Reading.With(times: new TimeOptions { Zone = "Asia/Tehran" });

        Assert.Equal("11-27T16:00", Reading.Times("en", "tomorrow at 16:00", tehran, new DateTimeOffset(2026, 11, 25, 21, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Two_hours_from_now_are_two_hours_also_when_clocks_change() =>
        Assert.Equal("03-28T04:30", Reading.Times("en", "in two hours", now: new DateTimeOffset(2027, 3, 28, 0, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void A_line_in_another_language_than_the_conversation_is_understood() =>
        Assert.Equal("11-26T16:00/", Reading.Times("en", "jutro po 16"));

    [Theory]
    [InlineData("en", "I ordered on Monday", "11-23/11-24")]
    [InlineData("pl", "zamówiłem to w poniedziałek", "11-23/11-24")]
    [InlineData("ru", "обещали ещё 20-го", "11-20/11-21")]
    [InlineData("fa", "دوشنبه سفارش دادم", "11-23/11-24")]
    [InlineData("en", "please call on Monday", "11-30/12-01")]
    public void What_is_told_has_happened(string language, string line, string expected) =>
        Assert.Equal(expected, Reading.Times(language, line));

    [Fact]
    public void Days_alone_say_no_hour() => Assert.False(Reading.Read("en", "on Friday").Times[0].HasTime);

    [Theory]
    [InlineData("en", "the size is 10-12 and it costs 5")]
    [InlineData("en", "for the third time")]
    [InlineData("pl", "mam 5 paczek")]
    [InlineData("ru", "заказал 3 куртки")]
    [InlineData("fa", "۵ تا سفارش دادم")]
    public void Other_numbers_are_no_times(string language, string line) => Assert.Empty(Reading.Read(language, line).Times);
}
