using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Questions around an order that was told: answered in a line, from the order as it is now.</summary>
public sealed class OrderQuestionStories(OrderShop shop) : IClassFixture<OrderShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    private static readonly Dictionary<string, (string[] Items, string[] When, string[] Who, string[] Total, string[] Track, string[] NotHere, string Both)> Questions = new()
    {
        ["en"] = (["which items?", "what's in it?", "What did I order?"], ["when exactly?", "And when was it delivered?", "at what time?"], ["who took it?", "who signed for it?"],
            ["how much did I pay?", "how much was it?"], ["tracking number?", "which courier?"], ["but I haven't received it", "it never arrived"], "what is in it and how much was it?"),
        ["pl"] = (["jakie produkty?", "co w nim jest?", "a co zamówiłam?"], ["kiedy dokładnie?", "o której to było?"], ["kto odebrał?", "komu oddali paczkę?"],
            ["ile zapłaciłem?", "ile to kosztowało?"], ["jaki numer przesyłki?", "który kurier?"], ["ale nie dotarło", "nic nie dostałam"], "co w nim jest i ile to kosztowało?"),
        ["ru"] = (["какие товары?", "что в нём?", "что в заказе?"], ["когда именно?", "во сколько?"], ["кто получил?", "кому отдали?"],
            ["сколько я заплатил?", "сколько это стоило?"], ["трек-номер?", "какой курьер?"], ["но я его не получил", "ничего не пришло"], "что в нём и сколько это стоило?"),
        ["fa"] = (["چه کالاهایی در آن هست؟", "چی توش بود؟"], ["دقیقاً کی؟", "چه روزی تحویل شد؟"], ["چه کسی تحویل گرفت؟", "به کی تحویل دادید؟"],
            ["چقدر پرداخت کردم؟", "مبلغ سفارش چقدر بود؟"], ["کد رهگیری؟", "کدام شرکت؟"], ["ولی به دستم نرسیده", "هنوز نرسیده"], "چی توش بود و چقدر شد؟"),
    };

    [Theory]
    [InlineData("en", "when will the money arrive?")]
    [InlineData("pl", "kiedy będą pieniądze?")]
    [InlineData("ru", "когда придут деньги?")]
    [InlineData("fa", "پولم کی می‌رسد؟")]
    public async Task When_the_money_of_a_refund_comes_is_answered_from_the_order(string language, string line)
    {
        var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Refunded, it => it with { RefundMinor = 4550, RefundBy = shop.Today.AddDays(3) }));

        var answer = await customer.AskAsync(line, Cancel);

        Assert.Equal(Replies.SayAnew("Order.RefundComes", language, 1, ("refundBy", shop.Today.AddDays(3))), answer);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Items_day_receiver_price_and_carrier_are_answered_in_context(string language)
    {
        var order = shop.Put(OrderStatus.Delivered, it => it with
        {
            DeliveredAt = new DateTime(2026, 11, 20, 12, 34, 0, DateTimeKind.Utc),
            DeliveredTo = "12 Mill Lane",
            TotalMinor = 12345,
            Carrier = "Stork",
            TrackingNumber = "S-1",
        });
        var questions = Questions[language];
        for (var round = 0; round < 3; round++)
        {
            var (customer, _) = await shop.ToldAsync(language, order);
            await AnsweredAsync(questions.Items, "Velvet cushion");
            await AnsweredAsync(questions.When, PeopleFormat.Digits("13:34", language));
            await AnsweredAsync(questions.Who, "12 Mill Lane");
            await AnsweredAsync(questions.Total, PeopleFormat.Amount(new Money(123.45m, "EUR"), language));
            await AnsweredAsync(questions.Track, "Stork");
            Assert.DoesNotContain(customer.Transcript, line => line.Author == "system");

            async Task AnsweredAsync(string[] asked, string expected)
            {
                var question = asked[round % asked.Length];
                var answer = await customer.AskAsync(question, Cancel);
                Assert.True(answer.Contains(expected, StringComparison.Ordinal) && answer.Split('\n').Length <= 2, $"{question} → {answer}");
            }
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Two_questions_in_a_line_are_both_answered(string language)
    {
        var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Shipped, it => it with { TotalMinor = 12345 }));

        var answer = await customer.AskAsync(Questions[language].Both, Cancel);

        Assert.Contains("Velvet cushion", answer, StringComparison.Ordinal);
        Assert.Contains(PeopleFormat.Amount(new Money(123.45m, "EUR"), language), answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Delivered_and_not_there_is_taken_seriously(string language)
    {
        foreach (var line in Questions[language].NotHere)
        {
            var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Delivered));

            var answer = await customer.AskAsync(line, Cancel);
            await customer.AskAsync(WarmlineApplication.Label("Quick.Yes", language), Cancel);

            Assert.True(answer.StartsWith(Replies.All(language)["Order.NotReached.1"].Split('{')[0], StringComparison.Ordinal), $"{line} → {answer}");
            Assert.Equal("system", customer.Transcript[^1].Author);
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task What_is_not_recorded_is_not_made_up_but_offered_to_a_person(string language)
    {
        var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Paid));

        var when = await customer.AskAsync(Questions[language].When[0], Cancel);
        var track = await customer.AskAsync(Questions[language].Track[0], Cancel);
        var who = await customer.AskAsync(Questions[language].Who[0], Cancel);

        Assert.StartsWith(Replies.All(language)["Order.WhenUnknown.1"].Split('{')[0], when, StringComparison.Ordinal);
        Assert.StartsWith(Replies.All(language)["Order.NoTracking.1"].Split('{')[0], track, StringComparison.Ordinal);
        Assert.Contains(WarmlineApplication.Label("Order.State.Paid", language), who, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task When_a_late_order_comes_is_answered_with_an_apology_and_the_recorded_day(string language)
    {
        var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Shipped, it => it with { PromisedBy = shop.Today.AddDays(-1), ExpectedBy = shop.Today.AddDays(3) }));

        var answer = await customer.AskAsync(Questions[language].When[0], Cancel);

        Assert.Contains(PeopleFormat.Date(shop.Today.AddDays(3), language), answer, StringComparison.Ordinal);
        Assert.Contains(Replies.All(language)["Order.Late.2"].Split('{')[1].Split('}')[1].Trim().Split(' ')[0], answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "and the other one?", "the second parcel?"), InlineData("pl", "a drugie?", "a druga paczka?"), InlineData("ru", "а второй?", "а вторая посылка?"), InlineData("fa", "اون یکی چی؟", "بستهٔ دوم؟")]
    public async Task The_other_one_is_the_other_parcel_or_the_other_order_and_else_its_number_is_asked(string language, string other, string parcel)
    {
        var (one, two) = (shop.Put(OrderStatus.Packed), shop.Put(OrderStatus.Shipped, it => it with { Parcels = [new Parcel { ItemIds = ["1"], TrackingNumber = "P-1" }, new Parcel { ItemIds = ["2"], TrackingNumber = "P-2" }] }));
        var (customer, _) = await shop.ToldAsync(language, one);

        var asked = await customer.AskAsync(other, Cancel);
        var told = await customer.AskAsync(two.Number, Cancel);
        var parts = await customer.AskAsync(parcel, Cancel);
        var back = await customer.AskAsync(other, Cancel);

        Assert.Equal(WarmlineApplication.Label("Order.AskOther", language), asked.Split('\n')[^1]);
        Assert.Contains(two.Number, told, StringComparison.Ordinal);
        Assert.Contains("P-2", parts, StringComparison.Ordinal);
        Assert.Contains(one.Number, back, StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "can I cancel it? please cancel the order"), InlineData("pl", "proszę anulować zamówienie"), InlineData("ru", "отмените заказ, пожалуйста"), InlineData("fa", "سفارشم رو لغو کنید")]
    public async Task Another_task_knows_the_order_that_was_told(string language, string cancel)
    {
        var order = shop.Put(OrderStatus.Placed);
        var (customer, _) = await shop.ToldAsync(language, order);

        var answer = await customer.AskAsync(cancel, Cancel);

        Assert.Contains(order.Number, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(customer.Transcript, line => line.Text == Replies.Say("Order.AskNumber", language) || line.Text == Replies.Say("Order.AskProof", language, ("order", order.Number)));
    }

    [Fact]
    public async Task Another_matter_is_not_taken_for_a_question_about_the_order()
    {
        var (customer, _) = await shop.ToldAsync("en", shop.Put(OrderStatus.Delivered, it => it with { DeliveredTo = "12 Mill Lane" }));

        var returns = await customer.AskAsync("How many days do I have to return something?", Cancel);
        var call = await customer.AskAsync("When can you call me back?", Cancel);

        Assert.Contains("30", returns, StringComparison.Ordinal);
        Assert.DoesNotContain("ST-", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_went_away_meanwhile_is_told_and_nothing_old_is_shown()
    {
        await using var own = new OrderShop();
        var (customer, _) = await own.ToldAsync("en", own.Put(OrderStatus.Shipped));
        own.IsDown = true;

        var answer = await customer.AskAsync("which items?", Cancel);

        Assert.StartsWith("I can't reach the order system right now.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Velvet", answer, StringComparison.Ordinal);
    }
}
