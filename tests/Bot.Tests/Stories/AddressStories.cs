using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class AddressStories(ChangeShop shop) : IClassFixture<ChangeShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_new_address_is_shown_back_and_after_a_yes_the_order_goes_there(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Paid");

        var asked = await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);
        var summary = await customer.AskAsync(said.NewAddress, Cancel);
        Assert.Empty(shop.Writes(order));
        await customer.PressAsync(said.Label("Quick.Yes"), Cancel);
        await customer.NextTurnAsync(Cancel);
        var done = await shop.HearEndAsync(customer);

        Assert.Contains("Lipowa 1", asked, StringComparison.Ordinal);
        var address = AddressOf(order);
        Assert.All([address.Street, address.City, address.PostCode!], part => Assert.Contains(part, summary, StringComparison.Ordinal));
        Assert.Equal("PL", address.Country);
        Assert.Contains(address.Street, done, StringComparison.Ordinal);
        Assert.Contains(shop.Writes(order)[0].Reference, done, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_yes_with_a_correction_gets_a_new_summary(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Placed");
        await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);
        await customer.AskAsync(said.NewAddress, Cancel);

        var summary = await customer.AskAsync(said.Correct("Tarnów"), Cancel);
        Assert.Empty(shop.Writes(order));
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.HearEndAsync(customer);

        Assert.Contains("Tarnów", summary, StringComparison.Ordinal);
        Assert.Equal("Tarnów", AddressOf(order).City);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_no_asks_what_is_to_be_different_and_only_that_is_asked_again(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Packed");
        await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);
        await customer.AskAsync(said.NewAddress, Cancel);

        await customer.AskAsync(said.Label("Quick.No"), Cancel);
        await customer.PressAsync(said.Label("Change.Part.City"), Cancel);
        await customer.NextTurnAsync(Cancel);
        var summary = await customer.AskAsync("Tarnów", Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.HearEndAsync(customer);

        Assert.Contains("Tarnów", summary, StringComparison.Ordinal);
        Assert.Equal("Tarnów", AddressOf(order).City);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task What_is_on_its_way_is_said_so_and_a_person_is_offered(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Shipped");

        var refusal = await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);

        Assert.StartsWith(said.Text("Change.Address.IsShipped", order), refusal, StringComparison.Ordinal);
        Assert.Contains(said.Label("Quick.Yes"), customer.Transcript[^1].Buttons);
    }

    [Fact]
    public async Task Everything_in_one_line_leads_to_the_summary_at_once()
    {
        var (_, order, customer) = await OpenAsync("en", "Paid");

        var summary = await customer.AskAsync($"Please change the address of order {order} to ul. Długa 7, 31-147 Kraków. My e-mail is {ChangeShop.Email}", Cancel);

        Assert.Contains($"Order {order} will go to: ul. Długa 7, 31-147 Kraków, PL", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_come_one_by_one_and_the_present_city_is_a_button()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);

        var number = await customer.AskAsync("Długa street", Cancel);
        var code = await customer.AskAsync("7b", Cancel);
        var city = await customer.AskAsync("I don't know", Cancel);
        await customer.PressAsync("Kraków", Cancel);
        var summary = (await customer.NextTurnAsync(Cancel))[0].Text;

        Assert.Equal((said.Label("Change.Address.AskNumber"), said.Label("Change.Address.AskPostCode"), said.Label("Change.Address.AskCity")), (number, code, city));
        Assert.Contains("Długa street 7b, Kraków, PL", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the sky tastes purple"), InlineData("😀😀😀"), InlineData("maybe?"), InlineData("jan@example.org"), InlineData("31 February?")]
    public async Task Nonsense_is_no_address_and_leads_to_a_person_in_the_end(string nonsense)
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);

        var first = await customer.AskAsync(nonsense, Cancel);
        var second = await customer.AskAsync(nonsense, Cancel);

        Assert.StartsWith("I couldn't read an address", first, StringComparison.Ordinal);
        Assert.Contains("colleague", second, StringComparison.Ordinal);
        Assert.Contains("Yes", customer.Transcript[^1].Buttons);
    }

    [Fact]
    public async Task A_novel_a_question_and_never_mind_end_well_at_every_prompt()
    {
        foreach (var answers in new string[][] { [], ["Długa street"], ["Długa street", "7"], ["Długa street", "7", "31-147"], ["ul. Długa 7, 31-147 Kraków"], ["ul. Długa 7, 31-147 Kraków", "no"] })
        {
            var (said, order, customer) = await OpenAsync("en", "Paid");
            await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);
            foreach (var answer in answers)
            {
                await customer.AskAsync(answer, Cancel);
            }

            Assert.NotEmpty(await customer.AskAsync(string.Concat(Enumerable.Repeat("Once upon a time in town. ", 190)), Cancel));
            Assert.Contains("30 days", await customer.AskAsync(said.Spoken.Returns, Cancel), StringComparison.Ordinal);
            Assert.Contains(said.Label("Control.Cancelled"), await customer.AskAsync("never mind", Cancel), StringComparison.Ordinal);
            Assert.Empty(shop.Writes(order));
        }
    }

    [Fact]
    public async Task Back_asks_for_the_address_again()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.ReaddressInOneLine(order), Cancel);
        await customer.AskAsync("ul. Długa 7, 31-147 Kraków", Cancel);

        await customer.AskAsync("go back", Cancel);
        var summary = await customer.AskAsync("ul. Krótka 9, 33-100 Tarnów", Cancel);

        Assert.Contains("ul. Krótka 9, 33-100 Tarnów", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Długa", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_order_goes_nowhere_else()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");

        var refusal = await customer.AskAsync(said.ReaddressInOneLine(order, "thief@example.com"), Cancel);

        Assert.Equal(said.Label("Order.NotFound"), refusal);
        Assert.DoesNotContain("Lipowa", customer.Written(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I can see {0} isn't moving, where is it? {1}")]
    [InlineData("tracking of {0} shows a different address, where is my order? {1}")]
    public async Task Who_asks_where_the_order_is_is_asked_for_no_address(string asks)
    {
        var (_, order, customer) = await OpenAsync("en", "Paid");

        var answer = await customer.AskAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, asks, order, ChangeShop.Email), Cancel);

        Assert.DoesNotContain("go instead", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("new address", answer, StringComparison.Ordinal);
    }

    private PostalAddress AddressOf(string order) => Assert.IsType<ChangeAddress>(Assert.Single(shop.Writes(order)).Write).Address;

    private async Task<(ChangeSaid Said, string Order, Customer Customer)> OpenAsync(string language, string state) =>
        (ChangeSaid.In(language), shop.NewOrder(state), await shop.App.OpenChatAsync(language));
}
