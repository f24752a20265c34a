using System.Globalization;
using Warmline.Bot.Dialogs;

namespace Warmline.Bot.Tests.Dialogs;

public sealed class PeopleFormatTests
{
    [Theory]
    [InlineData("en", "25 November 2026")]
    [InlineData("pl", "25 listopada 2026")]
    [InlineData("ru", "25 ноября 2026 года")]
    [InlineData("fa", "۴ آذر ۱۴۰۵ (۲۵ نوامبر ۲۰۲۶)")]
    public void A_date_reads_as_in_the_language(string language, string expected) =>
        Assert.Equal(expected, PeopleFormat.Date(new DateOnly(2026, 11, 25), language));

    [Theory]
    [InlineData("en", "25 November 2026, 09:05")]
    [InlineData("fa", "۴ آذر ۱۴۰۵ (۲۵ نوامبر ۲۰۲۶)، ساعت ۰۹:۰۵")]
    public void A_moment_is_shown_in_the_offset_given(string language, string expected) =>
        Assert.Equal(expected, PeopleFormat.Moment(new DateTimeOffset(2026, 11, 25, 9, 5, 0, TimeSpan.FromHours(3.5)), language));

    [Theory]
    [InlineData("en", "EUR", "€1,299.50")]
    [InlineData("en", "PLN", "1,299.50\u00A0PLN")]
    [InlineData("pl", "PLN", "1299,50\u00A0zł")]
    [InlineData("ru", "RUB", "1299,50\u00A0₽")]
    [InlineData("fa", "EUR", "۱٬۲۹۹٫۵۰\u00A0یورو")]
    public void Money_is_written_as_people_write_it(string language, string currency, string expected) =>
        Assert.Equal(expected, PeopleFormat.Amount(new Money(1299.5m, currency), language));

    [Fact]
    public void Tomans_have_no_decimals() =>
        Assert.Equal("۱٬۲۹۰٬۰۰۰\u00A0تومان", PeopleFormat.Amount(new Money(1_290_000, "IRT", 0), "fa"));

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_machine_s_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("25 November 2026, 15:30", PeopleFormat.Moment(new DateTimeOffset(2026, 11, 25, 15, 30, 0, TimeSpan.Zero), "en"));
            Assert.Equal("25\u00A0000", PeopleFormat.Number(25_000, "pl"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
