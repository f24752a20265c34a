using Warmline.Bot.Understanding;

namespace Warmline.Bot.Tests.Understanding;

public sealed class EntityTests
{
    private readonly Understander _engine = Engine.Default();

    [Theory]
    [InlineData("where is #W1234567", "#W1234567")]
    [InlineData("w1234567 please", "w1234567")]
    [InlineData("it is LO-10023.", "LO-10023")]
    [InlineData("my order 100234 is late", "100234")]
    [InlineData("I wait for my order since last Monday 100234 Thanks", "100234")]
    [InlineData("zamówienie nr 8812345", "8812345")]
    [InlineData("номер заказа: 8812345", "8812345")]
    [InlineData("شماره سفارش ۱۲۳۴۵۶۷", "1234567")]
    [InlineData("سفارش #W١٢٣٤٥٦٧", "#W1234567")]
    [InlineData("8812345", "8812345")]
    public void An_order_number_is_found(string line, string expected) =>
        Assert.Equal([expected], _engine.Understand([line], "en").Entities.OrderNumbers);

    [Theory]
    [InlineData("I paid 12345.50 yesterday")]
    [InlineData("Отправьте заказ по другому адресу: 634021 Томск проспект Фрунзе 96")]
    [InlineData("Отправьте мой заказ сюда: 603000, Нижний Новгород, ул. Горького 45")]
    [InlineData("call +48 601 234 567")]
    [InlineData("write to ann12345678@example.com")]
    [InlineData("it has been 2026 years")]
    [InlineData("ABCDW1234567XYZ")]
    public void Other_numbers_are_not_order_numbers(string line) =>
        Assert.Empty(_engine.Understand([line], "en").Entities.OrderNumbers);

    [Fact]
    public void The_shop_s_own_pattern_replaces_the_built_in_ones()
    {
        var engine = Engine.With(new OrderNumberOptions { NumberPatterns = { @"\d{4}/\d{2}" } });

        Assert.Equal(["1234/26"], engine.Understand(["it's 1234/26"], "en").Entities.OrderNumbers);
        Assert.Empty(engine.Understand(["it's W1234567"], "en").Entities.OrderNumbers);
    }

    [Fact]
    public void A_pattern_that_chokes_on_a_text_finds_nothing_and_breaks_nothing()
    {
        var engine = Engine.With(new OrderNumberOptions { NumberPatterns = { @"(a+)+b" } });

        Assert.Empty(engine.Understand([new string('a', 60)], "en").Entities.OrderNumbers);
    }

    [Fact]
    public void An_e_mail_is_found_beside_other_words() =>
        Assert.Equal(["Anna.Nowak+shop@poczta.example.pl"], _engine.Understand(["mój e-mail to Anna.Nowak+shop@poczta.example.pl."], "pl").Entities.Emails);

    [Theory]
    [InlineData("pl", "601 234 567", "+48601234567")]
    [InlineData("pl", "mój numer to 601-234-567, dzwońcie", "+48601234567")]
    [InlineData("en", "+44 7400 123456", "+447400123456")]
    [InlineData("ru", "8 (912) 345-67-89", "+79123456789")]
    [InlineData("fa", "۰۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789")]
    [InlineData("fa", "شماره من ۰۹۱۲۳۴۵۶۷۸۹ است", "+989123456789")]
    public void A_phone_number_is_read_as_people_write_it(string language, string line, string expected) =>
        Assert.Equal([expected], _engine.Understand([line], language).Entities.Phones.Select(phone => phone.E164));

    [Fact]
    public void A_number_that_cannot_be_a_phone_is_told_apart_from_none()
    {
        var entities = _engine.Understand(["my phone is 000 111 222 3"], "en").Entities;

        Assert.Empty(entities.Phones);
        Assert.Equal(["000 111 222 3"], entities.UnusablePhones);
    }

    [Theory]
    [InlineData("en", "call me tomorrow after 3 pm please", "tomorrow after 3 pm")]
    [InlineData("en", "Monday at 15:30 is fine", "Monday at 15:30")]
    [InlineData("pl", "jutro po 15", "jutro po 15")]
    [InlineData("pl", "najlepiej we wtorek rano", "we wtorek rano")]
    [InlineData("pl", "dzwońcie jutro między 10 a 12", "jutro między 10 a 12")]
    [InlineData("ru", "завтра после 18 часов", "завтра после 18 часов")]
    [InlineData("fa", "فردا ساعت ۵ عصر", "فردا ساعت ۵ عصر")]
    public void The_wished_time_is_kept_in_the_customer_s_words(string language, string line, string expected) =>
        Assert.Equal([expected], _engine.Understand([line], language).Entities.When);
}
