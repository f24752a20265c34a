using Warmline.Bot.Shop.Writes;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class CancelStories(ChangeShop shop) : IClassFixture<ChangeShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task An_order_is_cancelled_after_a_summary_and_a_yes_and_done_is_said_when_it_is_done(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Paid");

        var summary = await customer.AskAsync(said.CancelInOneLine(order), Cancel);
        Assert.Empty(shop.Writes(order));
        await customer.AskAsync(said.YesCancel, Cancel);
        var done = await shop.HearEndAsync(customer);

        Assert.All([order, "Kubek Mech", language == "fa" ? "۱۳۲" : "132"], part => Assert.Contains(part, summary, StringComparison.Ordinal));
        Assert.Matches("7|۷", summary);
        var done1 = Assert.Single(shop.Writes(order));
        Assert.IsType<CancelOrder>(done1.Write);
        Assert.Contains(done1.Reference, done, StringComparison.Ordinal);
        Assert.Matches("7|۷", done);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task What_is_asked_for_comes_in_several_lines_and_a_question_between_is_answered(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Placed");

        var number = await customer.AskAsync(said.Label("Change.CancelOrder"), Cancel);
        await customer.AskAsync(order, Cancel);
        var summary = await customer.AskAsync(ChangeShop.Email, Cancel);
        var returns = await customer.AskAsync(said.Spoken.Returns, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.HearEndAsync(customer);

        Assert.Contains(said.Label("Privacy"), number, StringComparison.Ordinal);
        Assert.Contains(order, summary, StringComparison.Ordinal);
        Assert.Contains(order, returns, StringComparison.Ordinal);
        Assert.Single(shop.Writes(order));
    }

    [Theory]
    [InlineData("en", "Packed", "Change.Cancel.InPreparation"), InlineData("pl", "Packed", "Change.Cancel.InPreparation")]
    [InlineData("ru", "Packed", "Change.Cancel.InPreparation"), InlineData("fa", "Packed", "Change.Cancel.InPreparation")]
    [InlineData("en", "Shipped", "Change.Cancel.IsShipped"), InlineData("pl", "Shipped", "Change.Cancel.IsShipped")]
    [InlineData("ru", "Shipped", "Change.Cancel.IsShipped"), InlineData("fa", "Shipped", "Change.Cancel.IsShipped")]
    [InlineData("en", "Delivered", "Change.Cancel.IsDelivered"), InlineData("pl", "Delivered", "Change.Cancel.IsDelivered")]
    [InlineData("ru", "Delivered", "Change.Cancel.IsDelivered"), InlineData("fa", "Delivered", "Change.Cancel.IsDelivered")]
    [InlineData("en", "Refunded", "Change.IsOver"), InlineData("en", "Modified", "Change.WasModified")]
    public async Task What_can_t_be_cancelled_is_refused_with_the_reason_and_a_way_to_a_person(string language, string state, string reason)
    {
        var (said, order, customer) = await OpenAsync(language, state);

        var refusal = await customer.AskAsync(said.CancelInOneLine(order), Cancel);
        await customer.PressAsync(said.Label("Quick.Yes"), Cancel);
        await customer.NextTurnAsync(Cancel);

        Assert.Contains(said.Text(reason, order), refusal, StringComparison.Ordinal);
        Assert.Contains(await shop.App.Agent.WaitingAsync(), item => item.ConversationId == customer.ConversationId);
        Assert.Empty(shop.Writes(order));
    }

    [Fact]
    public async Task What_is_cancelled_already_is_said_so_and_needs_nobody()
    {
        var (said, order, customer) = await OpenAsync("en", "Cancelled");

        Assert.Equal(said.Text("Change.IsCancelled", order), await customer.AskAsync(said.CancelInOneLine(order), Cancel));
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_no_leaves_the_order_and_another_number_is_another_order(string language)
    {
        var (said, order, customer) = await OpenAsync(language, "Paid");
        var other = shop.NewOrder("Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var declined = await customer.AskAsync(said.Label("Quick.No"), Cancel);
        var summary = await customer.AskAsync(other, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.HearEndAsync(customer);

        Assert.Contains(order, declined, StringComparison.Ordinal);
        Assert.Contains(other, summary, StringComparison.Ordinal);
        Assert.DoesNotContain(order, summary, StringComparison.Ordinal);
        Assert.Empty(shop.Writes(order));
        Assert.Single(shop.Writes(other));
    }

    [Fact]
    public async Task A_yes_with_another_number_in_it_is_no_yes()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        var other = shop.NewOrder("Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var summary = await customer.AskAsync($"yes, but order {other}", Cancel);

        Assert.Contains(other, summary, StringComparison.Ordinal);
        Assert.DoesNotContain("I'm cancelling", summary, StringComparison.Ordinal);
        Assert.Empty(shop.Writes(order));
    }

    [Theory, InlineData("never mind"), InlineData("cancel"), InlineData("stop")]
    public async Task Words_that_stop_the_talk_stop_it_and_leave_the_order(string stop)
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        Assert.Equal(said.Label("Control.Cancelled"), await customer.AskAsync(stop, Cancel));
        Assert.DoesNotContain("I'm cancelling", await customer.AskAsync("yes", Cancel), StringComparison.Ordinal);
    }

    [Theory, InlineData("cancel it"), InlineData("stop it"), InlineData("the sky tastes purple"), InlineData("😀😀"), InlineData("31 February 2026"), InlineData("maybe?")]
    public async Task What_is_neither_yes_nor_no_is_asked_back_and_then_there_is_a_person(string unclear)
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var first = await customer.AskAsync(unclear, Cancel);
        var second = await customer.AskAsync(unclear, Cancel);

        Assert.Contains(order, first, StringComparison.Ordinal);
        Assert.True(second.Contains("colleague", StringComparison.Ordinal) || second.Contains("person", StringComparison.Ordinal), second);
        Assert.DoesNotContain("I'm cancelling", first + second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_novel_is_no_answer()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        Assert.NotEmpty(await customer.AskAsync(string.Concat(Enumerable.Repeat("The lamp was never quite right for the room, you see. ", 95)), Cancel));
        Assert.DoesNotContain("I'm cancelling", customer.Written(), StringComparison.Ordinal);
        Assert.Empty(shop.Writes(order));
    }

    [Fact]
    public async Task Back_asks_again_and_a_person_comes_when_asked_for()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var back = await customer.AskAsync("go back", Cancel);
        await customer.AskAsync("I want to talk to a person", Cancel);

        Assert.Contains(order, back, StringComparison.Ordinal);
        Assert.Contains(await shop.App.Agent.WaitingAsync(), item => item.ConversationId == customer.ConversationId);
        Assert.Empty(shop.Writes(order));
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task When_it_is_not_clear_what_is_to_change_it_is_asked(string language)
    {
        var said = ChangeSaid.In(language);
        var customer = await shop.App.OpenChatAsync(language);

        await customer.AskAsync(said.ChangeSomething, Cancel);
        await customer.PressAsync(said.Label("Change.ChangeAddress"), Cancel);
        var number = await customer.NextTurnAsync(Cancel);

        Assert.Contains(number, line => line.Text.Length > 0 && said.Asks("Order.AskNumber", line.Text));
    }

    [Fact]
    public async Task In_the_middle_the_other_change_takes_its_place_and_where_it_is_is_told()
    {
        var (said, order, customer) = await OpenAsync("en", "Paid");
        await customer.AskAsync(said.CancelInOneLine(order), Cancel);

        var where = await customer.AskAsync("where is my order now?", Cancel);
        var address = await customer.AskAsync("I'd rather change the delivery address", Cancel);

        Assert.Contains(said.Text("Order.Status.Paid", order), where, StringComparison.Ordinal);
        Assert.Contains("to be cancelled", where, StringComparison.Ordinal);
        Assert.Contains("Lipowa 1", address, StringComparison.Ordinal);
        Assert.DoesNotContain("e-mail", address, StringComparison.Ordinal);
    }

    private async Task<(ChangeSaid Said, string Order, Customer Customer)> OpenAsync(string language, string state) =>
        (ChangeSaid.In(language), shop.NewOrder(state), await shop.App.OpenChatAsync(language));
}
