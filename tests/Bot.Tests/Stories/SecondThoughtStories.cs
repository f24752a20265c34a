using Warmline.Bot.Dialogs;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>Customers who hesitate, ask on the way, or are let down: what they say beside the path.</summary>
public sealed class SecondThoughtStories(ChangeShop shop, StoryShop demo) : IClassFixture<ChangeShop>, IClassFixture<StoryShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory]
    [InlineData("en", "I changed my mind, keep it")]
    [InlineData("pl", "jednak zostawcie, nie anulujcie")]
    [InlineData("ru", "передумал, оставьте его")]
    [InlineData("fa", "پشیمان شدم، لغو نکنید")]
    public async Task Who_thinks_again_at_the_summary_keeps_the_order(string language, string line)
    {
        var (said, order, customer) = (ChangeSaid.In(language), shop.NewOrder("Paid"), await shop.App.OpenChatAsync(language));
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var kept = await customer.AskAsync(line, Cancel);

        Assert.Equal(said.Text("Change.Cancel.Declined", order), kept);
        Assert.Empty(shop.Writes(order));
    }

    [Theory]
    [InlineData("en", "and when do I get my money back?")]
    [InlineData("pl", "a kiedy wrócą pieniądze?")]
    [InlineData("ru", "а деньги когда вернутся?")]
    [InlineData("fa", "چه زمانی پولم برمی‌گردد؟")]
    public async Task The_money_of_a_cancelled_order_is_asked_of_that_order_before_and_after_the_yes(string language, string line)
    {
        var (said, order, customer) = (ChangeSaid.In(language), shop.NewOrder("Paid"), await shop.App.OpenChatAsync(language));
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var before = await customer.AskAsync(line, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.HearEndAsync(customer);
        var after = await customer.AskAsync(line, Cancel);

        var source = Replies.All(language)["Answer.Source"].Split('{')[0];
        Assert.All([before, after], answer => Assert.Matches("7|۷", answer));
        Assert.All([before, after], answer => Assert.DoesNotContain(source, answer, StringComparison.Ordinal));
        Assert.Contains(order, before, StringComparison.Ordinal);
    }

    [Theory, InlineData("en", "no wait"), InlineData("en", "I don't want to wait")]
    public async Task Nobody_in_the_middle_of_a_task_hears_of_a_queue_they_are_not_in(string language, string line)
    {
        var (said, order, customer) = (ChangeSaid.In(language), shop.NewOrder("Paid"), await shop.App.OpenChatAsync(language));
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        Assert.DoesNotContain(said.Label("Person.NotInQueue"), await customer.AskAsync(line, Cancel), StringComparison.Ordinal);
        Assert.Empty(shop.Writes(order));
    }

    [Theory]
    [InlineData("en", "this takes far too long, I want my money back")]
    [InlineData("pl", "to trwa za długo, chcę zwrotu pieniędzy")]
    [InlineData("ru", "это слишком долго, верните деньги")]
    [InlineData("fa", "خیلی طول کشید، پولم را می‌خواهم")]
    public async Task Who_wants_the_money_of_a_late_order_hears_a_regret_and_is_offered_a_person(string language, string line)
    {
        var customer = await demo.App.OpenChatAsync(language);
        await customer.AskAsync($"LL-2526 ewa.nowicka@example.com", Cancel);

        var answer = await customer.AskAsync(line, Cancel);

        Assert.True(OffersPerson(customer, language), customer.Written());
        Assert.DoesNotContain(Replies.All(language)["Answer.Source"].Split('{')[0], answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "it's too small")]
    [InlineData("pl", "jest za mała")]
    [InlineData("ru", "она слишком маленькая")]
    [InlineData("fa", "خیلی کوچک است")]
    public async Task What_is_wrong_with_an_order_that_came_is_decided_for_that_order(string language, string line)
    {
        var customer = await demo.App.OpenChatAsync(language);
        await customer.AskAsync("LL-2505 jan.kowalczyk@example.com", Cancel);

        var answer = await customer.AskAsync(line, Cancel);

        Assert.EndsWith(Replies.Say("Return.OfferStart", language), answer, StringComparison.Ordinal);
        Assert.Contains("Poszewka lniana", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "LL-2505 jan.kowalczyk@example.com, the pillowcase arrived torn")]
    [InlineData("pl", "LL-2505 jan.kowalczyk@example.com, poszewka przyszła podarta")]
    [InlineData("ru", "LL-2505 jan.kowalczyk@example.com, наволочка пришла порванной")]
    [InlineData("fa", "LL-2505 jan.kowalczyk@example.com، روبالشی پاره رسید")]
    public async Task An_order_and_what_is_wrong_with_it_in_one_breath_is_regretted_and_decided(string language, string line)
    {
        var customer = await demo.App.OpenChatAsync(language);

        var answer = await customer.AskAsync(line, Cancel);

        Assert.StartsWith(Replies.Say("Return.Sorry.Damaged", language), answer, StringComparison.Ordinal);
        Assert.EndsWith(Replies.Say("Return.OfferStart", language), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_is_no_exchange()
    {
        var customer = await demo.App.OpenChatAsync("ru");

        var answer = await customer.AskAsync("поменяйте адрес заказа LL-2421, olga.sokolova@example.com", Cancel);

        Assert.Contains(Replies.All("ru")["Change.Address.AskWhole.1"].Split(']')[1], answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_mean_nothing_are_no_frustration()
    {
        var customer = await demo.App.OpenChatAsync();
        await customer.AskAsync("I want to send something back?", Cancel);
        await customer.AskAsync("how do returns work?", Cancel);

        var answer = await customer.AskAsync("asdkjh qwe", Cancel);

        Assert.All(["Frustration.1", "Frustration.2"], key => Assert.DoesNotContain(Replies.Say(key, "en"), answer, StringComparison.Ordinal));
    }

    private static bool OffersPerson(Customer customer, string language) =>
        customer.Transcript[^1].Buttons.Intersect([WarmlineApplication.Label("Quick.Yes", language), WarmlineApplication.Label("Quick.Person", language)]).Any();
}
