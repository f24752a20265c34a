using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Tests.Language;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("Where is my order?", "en")]
    [InlineData("i want to talk to somebody", "en")]
    [InlineData("Gdzie jest moje zamówienie?", "pl")]
    [InlineData("gdzie jest moja paczka", "pl")]
    [InlineData("chce zwrocic buty", "pl")]
    [InlineData("świetnie", "pl")]
    [InlineData("Где мой заказ?", "ru")]
    [InlineData("Samsung Galaxy S24 не включается", "ru")]
    [InlineData("gde moy zakaz", "ru")]
    [InlineData("kogda privezut posylku", "ru")]
    [InlineData("سفارش من کجاست؟", "fa")]
    [InlineData("سلام", "fa")]
    [InlineData("كجاست سفارش من W12345", "fa")]
    [InlineData("ok", null)]
    [InlineData("Samsung", null)]
    [InlineData("W2890441", null)]
    [InlineData("123 456", null)]
    [InlineData("", null)]
    [InlineData("👍", null)]
    [InlineData("Де моє замовлення? Чекаю вже тиждень, її немає", null)]
    public void A_line_tells_its_language_or_that_it_does_not_tell(string line, string? language) =>
        Assert.Equal(language, LanguageIdentifier.Identify(line).Language);

    [Theory]
    [InlineData("Zażółć GĘŚLĄ jaźń!", "zazolc gesla jazn")]
    [InlineData("Ёлка, ёж и йод", "елка еж и йод")]
    [InlineData("كتاب‌هاي من: ۱۲۳ ٤٥٦", "کتاب های من 123 456")]
    [InlineData("don’t  STOP…", "dont stop")]
    [InlineData("ﬁne ＡＢＣ", "fine abc")]
    [InlineData("آدرس", "ادرس")]
    [InlineData("  ", "")]
    [InlineData("a\uD800b", "a b")]
    public void Different_spellings_become_one(string typed, string normal)
    {
        Assert.Equal(normal, TextNormalizer.Normalize(typed));
        Assert.Equal(normal, TextNormalizer.Normalize(normal));
    }

    [Theory]
    [InlineData("en", "one,other", "1:one 0:other 2:other 21:other")]
    [InlineData("pl", "one,few,many", "1:one 0:many 2:few 5:many 12:many 21:many 22:few 112:many")]
    [InlineData("ru", "one,few,many", "1:one 0:many 2:few 5:many 11:many 12:many 21:one 22:few 111:many")]
    [InlineData("fa", "one,other", "0:one 1:one 2:other")]
    [InlineData("pl", "always", "1:always 5:always")]
    public void A_number_takes_its_form(string language, string forms, string expected)
    {
        foreach (var pair in expected.Split(' ').Select(pair => pair.Split(':')))
        {
            var number = long.Parse(pair[0], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(pair[1], Plurals.Choose(language, number, forms.Split(',')));
        }
    }

    [Fact]
    public void A_wrong_count_of_forms_is_refused() => Assert.Throws<ArgumentException>(() => Plurals.Choose("pl", 5, "dzień", "dni"));
}
