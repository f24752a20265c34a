using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;
using Customer = Warmline.TestSupport.Customer;

namespace Warmline.Bot.Tests.Stories;

/// <summary>By what an order opens, and that nothing given is asked for twice.</summary>
public sealed class OrderProofStories(OrderShop shop) : IClassFixture<OrderShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    [Theory]
    [InlineData("en", "+48 601 234 567")]
    [InlineData("en", "0048601234567")]
    [InlineData("en", "My phone is 601-234-567")]
    [InlineData("pl", "601234567")]
    [InlineData("pl", "tel. 601 234 567")]
    [InlineData("ru", "+48 (601) 23-45-67")]
    [InlineData("fa", "+۴۸۶۰۱۲۳۴۵۶۷")]
    public async Task A_phone_opens_the_order_however_it_is_written(string language, string phone)
    {
        var customer = await AskedForProofAsync(language, shop.Put(OrderStatus.Shipped));

        Assert.Contains("Brass lantern", await customer.AskAsync(phone, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_of_another_country_opens_what_was_ordered_with_it_and_its_last_digits_nothing()
    {
        var order = shop.Put(OrderStatus.Shipped, it => it with { Phone = "+44 7700 900105" });

        var inner = await AskedForProofAsync("en", order);
        var whole = await inner.AskAsync("07700 900105", Cancel);
        var guess = await (await AskedForProofAsync("en", order)).AskAsync("900 900 105", Cancel);

        Assert.Contains("Brass lantern", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("Brass lantern", guess, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task A_wrong_phone_and_an_unknown_number_sound_the_same_and_the_mail_mends_it(string language)
    {
        var order = shop.Put(OrderStatus.Shipped);
        var wrong = await AskedForProofAsync(language, order);
        var unknown = await AskedForProofAsync(language, order with { Number = "ST-0001" });

        var refusals = (await wrong.AskAsync("+48 602 222 222", Cancel), await unknown.AskAsync("+48 602 222 222", Cancel));
        var mended = await wrong.AskAsync(OrderShop.Email, Cancel);

        Assert.Equal(refusals.Item1, refusals.Item2);
        Assert.Equal(WarmlineApplication.Label("Order.NotFound", language), refusals.Item1);
        Assert.Contains("Brass lantern", mended, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task One_wrong_number_among_several_hides_no_right_one(string language)
    {
        var (one, two) = (shop.Put(OrderStatus.Shipped), shop.Put(OrderStatus.Packed));
        var customer = await shop.App.OpenChatAsync(language);

        var told = await customer.AskAsync($"{Spoken.In(language).WhereIsIt} {one.Number}, ST-0002, {two.Number} {OrderShop.Email}", Cancel);

        Assert.Contains(Replies.Say("Order.SomeNotFound", language, ("orders", new[] { "ST-0002" })), told, StringComparison.Ordinal);
        Assert.Contains(one.Number, told, StringComparison.Ordinal);
        Assert.Contains(two.Number, told, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task What_opened_one_order_opens_the_next_without_a_question(string language)
    {
        var (one, two) = (shop.Put(OrderStatus.Shipped), shop.Put(OrderStatus.Packed, it => it with { Phone = null }));
        var customer = await AskedForProofAsync(language, one);
        await customer.AskAsync(OrderShop.Email, Cancel);

        var second = await customer.AskAsync($"{Spoken.In(language).WhereIsIt} {two.Number}", Cancel);

        Assert.Contains(two.Number, second, StringComparison.Ordinal);
        Assert.Contains("Brass lantern", second, StringComparison.Ordinal);
        Assert.Single(customer.Transcript, line => line.Text == WarmlineApplication.Label("Privacy", language));
    }

    [Fact]
    public async Task A_proof_of_one_order_that_does_not_fit_another_is_no_mistake_and_is_asked_for()
    {
        var (one, others) = (shop.Put(OrderStatus.Shipped), shop.Put(OrderStatus.Packed, it => it with { Email = "else@example.com", Phone = null }));
        var (customer, _) = await shop.ToldAsync("en", one);

        var asked = await customer.AskAsync($"Where is my order {others.Number}?", Cancel);
        var told = await customer.AskAsync("else@example.com", Cancel);
        var first = await customer.AskAsync($"and {one.Number}?", Cancel);

        Assert.Contains($"used for order {others.Number}", asked, StringComparison.Ordinal);
        Assert.Contains($"Order {others.Number} is packed", told, StringComparison.Ordinal);
        Assert.Contains(one.Number, first, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Who_guessed_too_often_hears_it_kindly_with_a_person_as_the_way_and_keeps_what_is_theirs(string language)
    {
        var (customer, _) = await shop.ToldAsync(language, shop.Put(OrderStatus.Shipped));
        for (var number = 1; number <= 5; number++)
        {
            await customer.AskAsync($"ST-002{number} somebody@example.com", Cancel);
        }

        var locked = await customer.AskAsync($"ST-0030 {OrderShop.Email}", Cancel);
        await customer.PressAsync(WarmlineApplication.Label("Quick.No", language), Cancel);
        await customer.NextTurnAsync(Cancel);
        var own = await customer.AskAsync(Spoken.In(language).WhereIsIt, Cancel);

        Assert.Equal(WarmlineApplication.Label("Order.AttemptsUsed", language), locked);
        Assert.StartsWith(WarmlineApplication.Label("Order.Again", language), own, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task Anything_at_all_at_the_prompts_ends_well(string language)
    {
        var (said, order) = (Spoken.In(language), shop.Put(OrderStatus.Shipped));
        foreach (var odd in new[] { said.Nonsense[0], "🎉🎉🎉", string.Join(' ', Enumerable.Repeat("lorem", 900)), "ST-", "@@@", "' OR 1=1 --", "00" })
        {
            var customer = await shop.App.OpenChatAsync(language);
            await customer.AskAsync(said.WhereIsIt, Cancel);
            await customer.AskAsync(odd, Cancel);
            await customer.AskAsync(order.Number, Cancel);
            await customer.AskAsync(odd, Cancel);
            var told = await customer.AskAsync(OrderShop.Email, Cancel);

            Assert.True(told.Contains("Brass lantern", StringComparison.Ordinal), customer.Written());
        }
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public async Task A_picture_instead_of_the_proof_is_kept_and_the_question_stays(string language)
    {
        var customer = await AskedForProofAsync(language, shop.Put(OrderStatus.Shipped));
        await customer.PostAsync(new { type = "message", attachments = new[] { new { contentType = "image/png", contentUrl = "data:image/png;base64,iVBORw0KGgo=", name = "bill.png" } } }, Cancel);
        await customer.NextTurnAsync(Cancel);

        Assert.Contains("Brass lantern", await customer.AskAsync(OrderShop.Email, Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "start over"), InlineData("en", "let's start from scratch"), InlineData("pl", "zacznijmy od nowa"), InlineData("pl", "od początku")]
    [InlineData("ru", "давайте сначала"), InlineData("ru", "начать заново"), InlineData("fa", "از اول شروع کنیم"), InlineData("fa", "از نو")]
    public async Task Start_over_ends_what_runs_and_forgets_its_answers(string language, string anew)
    {
        var (said, order) = (Spoken.In(language), shop.Put(OrderStatus.Shipped));
        var customer = await AskedForProofAsync(language, order with { Number = "ST-0003" });
        await customer.AskAsync("somebody@example.com", Cancel);

        var over = await customer.AskAsync(anew, Cancel);
        Assert.Equal(WarmlineApplication.Label("Control.StartOver", language), over);
        Assert.Equal(4, customer.Transcript[^1].Buttons.Count);

        var asksAgain = await customer.AskAsync(said.WhereIsIt, Cancel);
        Assert.DoesNotContain("ST-0003", asksAgain, StringComparison.Ordinal);
        Assert.DoesNotContain(WarmlineApplication.Label("Privacy", language), asksAgain, StringComparison.Ordinal);
        await customer.AskAsync(order.Number, Cancel);
        Assert.Contains("Brass lantern", await customer.AskAsync(OrderShop.Email, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_begins_with_at_first_is_not_a_wish_to_start_over()
    {
        var customer = await AskedForProofAsync("ru", shop.Put(OrderStatus.Shipped));

        var answer = await customer.AskAsync("сначала был другой адрес, потом поменяли на owner@example.com", Cancel);

        Assert.Contains("Brass lantern", answer, StringComparison.Ordinal);
    }

    private async Task<Customer> AskedForProofAsync(string language, Order order)
    {
        var customer = await shop.App.OpenChatAsync(language);
        var asked = await customer.AskAsync($"{Spoken.In(language).WhereIsIt} {order.Number}", Cancel);
        Assert.True(asked.EndsWith(Replies.Say("Order.AskProof", language, ("order", order.Number)), StringComparison.Ordinal), customer.Written());
        return customer;
    }
}
