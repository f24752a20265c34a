namespace Warmline.Bot.Tests.Understanding;

public sealed class SaidNumberTests
{
    [Theory]
    [InlineData("en", "my order 12 345 67 is late", "1234567")]
    [InlineData("en", "order 12-34-567", "1234567")]
    [InlineData("en", "where is W 123 4567", "W1234567")]
    [InlineData("en", "my order number is one two three four five", "12345")]
    [InlineData("pl", "zamówienie jeden dwa trzy cztery pięć", "12345")]
    [InlineData("ru", "заказ один два три четыре пять", "12345")]
    [InlineData("fa", "سفارش یک دو سه چهار پنج", "12345")]
    public void A_number_said_in_parts_or_words_is_put_together(string language, string line, string expected) =>
        Assert.Equal([expected], Reading.Read(language, line).OrderNumbers);

    [Theory]
    [InlineData("en", "where is my order 1042")]
    [InlineData("en", "order 1042 is late")]
    [InlineData("en", "Where's order no. 1042, it should be here")]
    [InlineData("en", "my order number is 1042")]
    [InlineData("pl", "co z zamówieniem 1042?")]
    [InlineData("pl", "zamówienie nr 1042 nie doszło")]
    [InlineData("ru", "где мой заказ 1042?")]
    [InlineData("ru", "заказ № 1042 не пришёл")]
    [InlineData("fa", "سفارش ۱۰۴۲ کجاست")]
    [InlineData("fa", "سفارش شماره ۱۰۴۲ کجاست؟")]
    public void Four_digits_named_as_the_order_are_its_number(string language, string line) =>
        Assert.Equal(["1042"], Reading.Read(language, line).OrderNumbers);

    [Theory]
    [InlineData("en", "I ordered 1500 screws")]
    [InlineData("en", "I paid 1500 for the order in 2024")]
    [InlineData("en", "my order from 2024")]
    [InlineData("pl", "zamówiłam 1000 serwetek")]
    [InlineData("ru", "заказала 2000 салфеток")]
    [InlineData("fa", "۲۰۰۰ دستمال خریدم")]
    public void Four_digits_of_anything_else_are_not(string language, string line) =>
        Assert.Empty(Reading.Read(language, line).OrderNumbers);

    [Theory]
    [InlineData("en", "I paid $12000 for my order")]
    [InlineData("pl", "zamówienie za 12 000 zł")]
    [InlineData("ru", "заказ на 12 500 руб.")]
    [InlineData("fa", "سفارش ۲۵۰۰۰۰ تومان شد")]
    [InlineData("en", "my order came on 2026-12-01")]
    [InlineData("en", "my number is 601 234 567")]
    [InlineData("en", "about my order, call me at 601 234 567")]
    public void Money_dates_and_phones_are_no_order_numbers(string language, string line) =>
        Assert.Empty(Reading.Read(language, line).OrderNumbers);

    [Theory]
    [InlineData("anna at poczta dot pl", "en", "anna@poczta.pl")]
    [InlineData("anna.nowak @ poczta.pl", "en", "anna.nowak@poczta.pl")]
    [InlineData("anna kropka nowak małpa poczta kropka pl", "pl", "anna.nowak@poczta.pl")]
    [InlineData("анна it is anna собака mail точка ru", "ru", "anna@mail.ru")]
    [InlineData("ann@shop.example.com, thanks", "en", "ann@shop.example.com")]
    public void An_e_mail_is_read_also_when_it_is_spelled(string line, string language, string expected) =>
        Assert.Equal([expected], Reading.Read(language, line).Emails);

    [Theory]
    [InlineData("meet me at the shop")]
    [InlineData("look at amazon.com")]
    public void Being_at_a_place_is_no_address(string line) => Assert.Empty(Reading.Read("en", line).Emails);

    [Theory]
    [InlineData("pl", "kosztowało 49,90 zł", 4990, "PLN")]
    [InlineData("ru", "заплатил 1 200 руб.", 120000, "RUB")]
    [InlineData("en", "it was $1200", 120000, "USD")]
    [InlineData("en", "1,299.99 dollars", 129999, "USD")]
    [InlineData("fa", "۲۵۰ هزار تومان", 250000, "IRT")]
    [InlineData("pl", "1,5 tys. zł", 150000, "PLN")]
    public void An_amount_is_minor_units_of_a_currency(string language, string line, long minor, string currency)
    {
        var amount = Assert.Single(Reading.Read(language, line).Amounts);

        Assert.Equal((minor, currency), (amount.Minor, amount.Currency));
    }
}
