using Warmline.Bot.Dialogs;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Stories.Returns;

public sealed class ReturnStories(ReturnShop shop) : IClassFixture<ReturnShop>
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Everything_in_one_line_needs_a_yes_and_no_question_and_ends_with_the_shop_s_reference(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var summary = await customer.AskAsync(said.Fill(said.OneLine), Cancel);
        var taken = await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        var done = await shop.DoneAsync(customer);

        Assert.StartsWith(said.Label("Return.Sorry.Damaged"), summary, StringComparison.Ordinal);
        Assert.Contains(said.Label("Return.Sum.AskPhoto"), summary, StringComparison.Ordinal);
        Assert.EndsWith(said.Label("Return.Sure"), summary, StringComparison.Ordinal);
        Assert.Contains(said.Mug, summary, StringComparison.Ordinal);
        var request = Assert.Single((await shop.OrderAsync(said, said.Fresh)).Requests);
        Assert.DoesNotContain(request.Reference, taken, StringComparison.Ordinal);
        Assert.Contains(request.Reference, done, StringComparison.Ordinal);
        Assert.Matches("14|۱۴", done);
        Assert.Equal(("1", 1), (Assert.Single(request.Items).ItemId, request.Items[0].Quantity));
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Step_by_step_each_thing_is_asked_once(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        await customer.AskAsync(said.Wish, Cancel);
        await customer.AskAsync(said.Fresh, Cancel);
        var items = await customer.AskAsync(said.Email, Cancel);
        var cause = await customer.AskAsync(said.MugTypo, Cancel);
        var summary = await customer.AskAsync(said.Cause, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.DoneAsync(customer);

        Assert.Equal(Replies.Say("Return.AskItems", language, ("order", said.Fresh)), items);
        Assert.Equal(said.Label("Return.AskCause"), cause);
        Assert.Contains(said.Cause, summary, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(Assert.Single((await shop.OrderAsync(said, said.Fresh)).Requests).Items).ItemId);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Whether_it_may_come_back_is_decided_with_the_last_day_and_a_yes_goes_on(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        var last = ReturnShop.DaysAgo(5).AddDays(30);

        var answer = await customer.AskAsync(said.Fill(said.May), Cancel);
        var cause = await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        var summary = await customer.AskAsync(said.NotNeeded, Cancel);

        Assert.Contains(Replies.Say("Return.Yes.WithinWindow", language, ("items", new[] { said.Mug }), ("last", last)), answer, StringComparison.Ordinal);
        Assert.EndsWith(said.Label("Return.OfferStart"), answer, StringComparison.Ordinal);
        Assert.Equal(said.Label("Return.AskCause"), cause);
        Assert.EndsWith(said.Label("Return.Sure"), summary, StringComparison.Ordinal);
        Assert.Empty((await shop.OrderAsync(said, said.Fresh)).Requests);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Too_late_is_said_with_the_day_and_an_exception_goes_to_a_person_with_the_reason(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        var last = ReturnShop.DaysAgo(47).AddDays(30);

        var answer = await customer.AskAsync(said.Fill(said.MayOld), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        var refusal = Replies.Say("Return.No.WindowOver", language, ("items", new[] { said.Shelf }), ("last", last));
        Assert.StartsWith(refusal, answer, StringComparison.Ordinal);
        Assert.EndsWith(said.Label("Return.OfferException"), answer, StringComparison.Ordinal);
        var waiting = (await shop.App.Agent.WaitingAsync()).Single(item => item.ConversationId == customer.ConversationId);
        Assert.Contains(said.Old, waiting.Reasons, StringComparison.Ordinal);
        Assert.Contains(said.Shelf, waiting.Reasons, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Too_late_for_a_change_of_mind_is_in_time_for_a_defect(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        await customer.AskAsync(said.Fill(said.MayOld), Cancel);
        var warranty = await customer.AskAsync(said.Faulty, Cancel);
        var wanted = await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await customer.AskAsync(said.Label("Return.Wanted.Money"), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.DoneAsync(customer);

        Assert.EndsWith(said.Label("Return.OfferStart"), warranty, StringComparison.Ordinal);
        Assert.EndsWith(said.Label("Return.AskWanted"), wanted, StringComparison.Ordinal);
        Assert.Single((await shop.OrderAsync(said, said.Old)).Requests);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task An_exchange_is_for_a_variant_that_is_there_with_the_difference_in_price(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var cause = await customer.AskAsync(said.Fill(said.Exchange), Cancel);
        var variants = await customer.AskAsync(said.Label("Return.NoReason"), Cancel);
        var buttons = customer.Transcript[^1].Buttons;
        var summary = await customer.AskAsync(said.Green, Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.DoneAsync(customer);

        Assert.Equal(said.Label("Return.AskCause"), cause);
        Assert.Equal(Replies.Say("Return.AskVariant", language, ("item", said.Mug)), variants);
        Assert.Equal([said.Colour("green"), said.Colour("red")], buttons);
        Assert.Contains(said.Colour("green"), summary, StringComparison.Ordinal);
        Assert.DoesNotContain(Replies.All(language)["Return.Sum.Cause"].Split('{')[0], summary, StringComparison.Ordinal);
        Assert.Contains(PeopleFormat.Amount(new Money(2, "EUR"), language), summary, StringComparison.Ordinal);
        Assert.Equal(OrderRequestKind.Exchange, Assert.Single((await shop.OrderAsync(said, said.Fresh)).Requests).Kind);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task What_is_not_shipped_is_to_be_cancelled_and_what_travels_is_to_be_waited_for(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var placed = await customer.AskAsync(said.Fill(said.StartPlaced), Cancel);
        var button = customer.Transcript[^1].Buttons;
        var shipped = await customer.AskAsync(said.Fill(said.StartShipped), Cancel);

        Assert.Equal(Replies.Say("Return.No.CanBeCancelled", language, ("items", new[] { said.Mug })), placed);
        Assert.Equal([said.Label("Quick.Change")], button);
        Assert.Equal(Replies.Say("Return.No.OnItsWay", language, ("items", new[] { said.Mug })), shipped);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_day_the_shop_does_not_know_is_asked_for_and_counted_from(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var day = await customer.AskAsync(said.Fill(said.StartUndated), Cancel);
        var unclear = await customer.AskAsync(said.Nonsense, Cancel);
        var summary = await customer.AskAsync(said.Day, Cancel);

        Assert.Equal(said.Label("Return.AskDay"), day);
        Assert.Equal(said.Label("Return.DayUnclear"), unclear);
        Assert.Contains(
            Replies.Say("Return.Sum.Day", language, ("day", ReturnShop.DaysAgo(3))), summary, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Of_two_items_one_may_come_back_and_the_opened_one_may_not(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        await customer.AskAsync(said.Wish, Cancel);
        await customer.AskAsync(said.Fresh, Cancel);
        await customer.AskAsync(said.Email, Cancel);

        await customer.AskAsync(said.MugAndCandle, Cancel);
        var condition = await customer.AskAsync(said.NotNeeded, Cancel);
        var summary = await customer.AskAsync(said.Opened, Cancel);

        Assert.Equal(Replies.Say("Return.AskCondition", language, ("items", new[] { said.Candle })), condition);
        Assert.Contains(Replies.Say("Return.No.OpenedHygiene", language, ("items", new[] { said.Candle })), summary, StringComparison.Ordinal);
        Assert.Contains(said.Label("Return.Rest"), summary, StringComparison.Ordinal);
        Assert.Contains(Replies.Say("Return.Sum.Money", language, ("order", said.Fresh), ("items", new[] { said.Mug })), summary, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_sealed_thing_is_asked_about_before_it_is_promised(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var condition = await customer.AskAsync(said.Fill(said.MayCandle), Cancel);
        var refused = await customer.AskAsync(said.Label("Return.Condition.Opened"), Cancel);

        Assert.Equal(Replies.Say("Return.AskCondition", language, ("items", new[] { said.Candle })), condition);
        Assert.Contains(Replies.Say("Return.No.OpenedHygiene", language, ("items", new[] { said.Candle })), refused, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_yes_with_a_correction_gets_a_new_summary_and_nothing_is_done(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        await customer.AskAsync(said.Fill(said.May), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await customer.AskAsync(said.NotNeeded, Cancel);

        var corrected = await customer.AskAsync(said.YesBut, Cancel);

        Assert.DoesNotContain(Replies.Say("Write.Asked.Return", language, ("order", said.Fresh)), customer.Written(), StringComparison.Ordinal);
        Assert.Contains(said.Label("Return.Sorry.Defective"), corrected, StringComparison.Ordinal);
        Assert.Empty((await shop.OrderAsync(said, said.Fresh)).Requests);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_repair_is_for_a_person(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);

        var answer = await customer.AskAsync(said.Fill(said.Repair), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);

        Assert.EndsWith(said.Label("Return.RepairPerson"), answer, StringComparison.Ordinal);
        Assert.Contains(await shop.App.Agent.WaitingAsync(), item => item.ConversationId == customer.ConversationId);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task Everything_is_all_that_is_left_and_a_second_time_it_is_known(string language)
    {
        var (said, customer) = await shop.OpenAsync(language);
        await customer.AskAsync(said.Wish, Cancel);
        await customer.AskAsync(said.Fresh, Cancel);
        await customer.AskAsync(said.Email, Cancel);
        await customer.AskAsync(said.Everything, Cancel);
        await customer.AskAsync(said.Label("Return.Cause.TooLate"), Cancel);
        await customer.AskAsync(said.Label("Return.Condition.Sealed"), Cancel);
        await customer.AskAsync(said.Label("Quick.Yes"), Cancel);
        await shop.DoneAsync(customer);

        var again = await customer.AskAsync(said.Wish, Cancel);

        var request = Assert.Single((await shop.OrderAsync(said, said.Fresh)).Requests);
        Assert.Equal([1, 1, 3], request.Items.Select(item => item.Quantity));
        Assert.Contains(request.Reference, again, StringComparison.Ordinal);
    }
}
