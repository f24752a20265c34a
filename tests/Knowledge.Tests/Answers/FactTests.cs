using Warmline.Knowledge.Answers.Checks;

namespace Warmline.Knowledge.Tests.Answers;

/// <summary>What counts as the same figure, date or address, in four languages, and what doesn't.</summary>
public sealed class FactTests
{
    [Theory]
    // figures and what they count
    [InlineData("You have 14 days.", "Within fourteen days.")]
    [InlineData("You have fourteen days.", "Send it back in 14 days.")]
    [InlineData("A 30-day guarantee.", "It lasts 30 days.")]
    [InlineData("It takes 2–5 working days.", "It takes 2 to 5 business days.")]
    [InlineData("Masz 14 dni.", "Zwrot w ciągu czternastu dni.")]
    [InlineData("Dostawa: 2-3 dni robocze.", "Paczka dojdzie w 2 lub 3 dni robocze.")]
    [InlineData("У вас 14 дней.", "Вернуть можно в течение четырнадцати дней.")]
    [InlineData("Доставка 3 рабочих дня.", "Доставим за три рабочих дня.")]
    [InlineData("تا ۱۴ روز فرصت دارید.", "چهارده روز وقت دارید.")]
    [InlineData("تا 14 روز فرصت دارید.", "تا ۱۴ روز پس از دریافت.")]
    [InlineData("ارسال ۳ روز کاری طول می‌کشد.", "سه روز کاری.")]
    // money and percent
    [InlineData("Delivery costs 19.90 PLN.", "Delivery is 19,90 zł.")]
    [InlineData("Free above €1,299.00.", "Free above 1299 euro.")]
    [InlineData("Dostawa gratis od 1 299 zł.", "Gratis od 1299 złotych.")]
    [InlineData("Скидка 10%.", "Скидка десять процентов.")]
    [InlineData("۱۰٪ تخفیف.", "۱۰ درصد تخفیف.")]
    [InlineData("هزینه ۱٬۲۹۹٬۰۰۰ تومان است.", "1299000 تومان.")]
    // dates and times
    [InlineData("Closed on 24 December 2026.", "We are closed on December 24, 2026.")]
    [InlineData("Closed on 24.12.2026.", "We are closed on 24 December.")]
    [InlineData("Nieczynne 24 grudnia 2026.", "Nie pracujemy 24.12.2026.")]
    [InlineData("Не работаем 24 декабря.", "24 декабря мы закрыты.")]
    [InlineData("۱ آذر ۱۴۰۵ تعطیل است.", "تعطیل: 1405/09/01")]
    [InlineData("Open Monday to Friday, 9:00–17:00.", "On Mondays from 9 to 17:00.")]
    [InlineData("Czynne od poniedziałku do piątku.", "Pracujemy w poniedziałki i piątki.")]
    [InlineData("شنبه تا سه‌شنبه باز است.", "سه شنبه ها باز است؛ شنبه هم.")]
    // addresses and numbers
    [InlineData("See https://www.example.com/returns/.", "See [this](http://example.com/returns).")]
    [InlineData("Write to Help@Example.com.", "Write to help@example.com.")]
    [InlineData("Call +48 600 700 800.", "Call +48 600-700-800.")]
    [InlineData("تلفن: ۰۲۱-۸۸۷۷۶۶۵۵", "تلفن: 021-88776655")]
    [InlineData("Quote RMA-12.", "Quote rma 12.", false)]
    [InlineData("Quote RMA-12.", "Quote rma-12.")]
    // nobody is counted
    [InlineData("Ask us.", "One of us will answer. 1. Write. 2. Wait.", false)]
    [InlineData("Ask us.", "One of us will answer.")]
    // what is not there
    [InlineData("You have 14 days.", "You have 15 days.", false)]
    [InlineData("You have 14 days. It costs 7 euro.", "You have 7 days.", false)]
    [InlineData("You have 14 days.", "You have 14 working days.", false)]
    [InlineData("You have 14 working days.", "You have 14 days.", false)]
    [InlineData("Masz 14 dni.", "Masz 14 miesięcy.", false)]
    [InlineData("У вас 14 дней.", "У вас сорок дней.", false)]
    [InlineData("۱۴ روز.", "۴۱ روز.", false)]
    [InlineData("Delivery costs 19.90 PLN.", "Delivery costs 19.09 PLN.", false)]
    [InlineData("Delivery costs 19.90 PLN.", "Delivery costs 19.90 EUR.", false)]
    [InlineData("Closed on 24 December.", "Closed on 24 December 2027.", false)]
    [InlineData("Closed on 24 December.", "Closed on 25 December.", false)]
    [InlineData("Open Monday to Friday.", "Open on Saturdays.", false)]
    [InlineData("1 آذر", "1 September", false)]
    [InlineData("See https://example.com/returns.", "See https://example.com/return.", false)]
    [InlineData("See https://example.com/returns.", "See example.com.evil.io/returns.", false)]
    [InlineData("See us.", "See [us](javascript:alert).", false)]
    [InlineData("Write to help@example.com.", "Write to help@example.co.", false)]
    [InlineData("Call 600 700 800.", "Call 600 700 801.", false)]
    public void Sentence_is_carried_by_a_source_that_says_the_same(string source, string sentence, bool isCarried = true) =>
        Assert.Equal(isCarried, FactSheet.Of(source).Carries(sentence));

    [Theory]
    [InlineData("It costs 19.90 PLN [1]. You have 14 days. [2] Ask!", "It costs 19.90 PLN [1].|You have 14 days. [2]|Ask!")]
    [InlineData("Masz np. 14 dni [1]. Źle? Napisz [2].", "Masz np. 14 dni [1].|Źle?|Napisz [2].")]
    [InlineData("۱۴ روز [۱]. آیا کافی است؟ بله [۲].", "۱۴ روز [۱].|آیا کافی است؟|بله [۲].")]
    [InlineData("Ways to pay:\ncard [1]\ncash [2]", "Ways to pay:\ncard [1]|cash [2]")]
    public void Text_is_cut_the_same_way_however_it_arrives(string text, string sentences)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var cutter = new SentenceCutter();
            var cut = text.Chunk(size).SelectMany(part => cutter.Add(new string(part))).ToList();

            Assert.Equal(sentences.Split('|').ToList(), cut.Append(cutter.Rest()!).ToList());
        }
    }
}
