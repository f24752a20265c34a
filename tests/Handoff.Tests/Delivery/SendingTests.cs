using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Handoff.Tests.Delivery;

public sealed class SendingTests
{
    private static readonly DeliveryOutcome Lost = new DeliveryOutcome.AnswerLost();
    private static readonly DeliveryOutcome Later = new DeliveryOutcome.NotNow(null);
    private static readonly DeliveryOutcome No = new DeliveryOutcome.Refused("BadSyntax");

    private static DeliveryOutcome.Delivered Got(string id = "x") => new DeliveryOutcome.Delivered(id);

    [Fact]
    public async Task Lines_go_out_in_order_and_the_customers_own_do_not()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("Dzień dobry.", "W czym pomóc?");

        Assert.Equal([id], await channel.DueAsync());
        var first = (await channel.TakeAsync(id))!;
        Assert.Equal(("Dzień dobry.", "ref", "pl", 1), (first.Line.Text, first.Reference, first.Language, first.Try));
        var second = (await channel.SettleAsync(first, Got()))!;
        Assert.Equal("W czym pomóc?", second.Line.Text);
        Assert.Null(await channel.SettleAsync(second, Got()));
        Assert.Empty(await channel.DueAsync());
    }

    [Fact]
    public async Task Two_senders_never_have_the_same_conversation()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");

        var takes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => channel.TakeAsync(id)));

        Assert.Single(takes, t => t is not null);
    }

    [Fact]
    public async Task A_line_said_while_the_last_one_is_on_its_way_is_sent_next()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one");
        var first = (await channel.TakeAsync(id))!;
        await channel.ArriveAsync("i jeszcze", "k2");
        await house.BotTurnAsync(id, null, "two");

        Assert.Equal("two", (await channel.SettleAsync(first, Got()))!.Line.Text);
    }

    [Fact]
    public async Task A_channel_that_is_busy_gets_the_line_later_as_it_asked()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one");

        Assert.Null(await channel.SettleAsync((await channel.TakeAsync(id))!, new DeliveryOutcome.NotNow(TimeSpan.FromSeconds(17))));
        house.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Null(await channel.TakeAsync(id));
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("one", 2), ((await channel.TakeAsync(id)) is { } again ? (again.Line.Text, again.Try) : default));
    }

    [Fact]
    public async Task Pauses_grow_up_to_five_minutes()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one");
        var pauses = new List<int>();
        for (var n = 0; n < 11; n++)
        {
            await channel.SettleAsync((await channel.TakeAsync(id))!, Later);
            var seconds = 0;
            while ((await channel.DueAsync()).Count == 0)
            {
                house.Clock.Advance(TimeSpan.FromSeconds(1));
                seconds++;
            }

            pauses.Add(seconds);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 300, 300, 300], pauses);
    }

    [Fact]
    public async Task After_a_day_without_an_answer_the_desk_is_told_and_the_next_line_goes()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");
        await channel.SettleAsync((await channel.TakeAsync(id))!, Later);
        house.Clock.Advance(TimeSpan.FromHours(25));

        var next = await channel.SettleAsync((await channel.TakeAsync(id))!, Later);

        Assert.Equal("two", next!.Line.Text);
        Assert.Equal(DeliveryState.Undeliverable, await channel.TroubleAsync(id, 2));
    }

    [Fact]
    public async Task A_refused_line_goes_once_as_plain_words_and_never_blocks_the_conversation()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("card", "after");
        var full = (await channel.TakeAsync(id))!;

        var plain = (await channel.SettleAsync(full, No))!;
        Assert.Equal((false, true, "card"), (full.PlainOnly, plain.PlainOnly, plain.Line.Text));
        var after = (await channel.SettleAsync(plain, No))!;
        Assert.Equal(("after", false), (after.Line.Text, after.PlainOnly));
        Assert.Equal(DeliveryState.Undeliverable, await channel.TroubleAsync(id, 2));
    }

    [Fact]
    public async Task A_lost_answer_doubles_a_line_at_most_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");

        Assert.Null(await channel.SettleAsync((await channel.TakeAsync(id))!, Lost));
        house.Clock.Advance(TimeSpan.FromSeconds(5));
        var again = (await channel.TakeAsync(id))!;
        Assert.Equal("one", again.Line.Text);
        Assert.Equal("two", (await channel.SettleAsync(again, Lost))!.Line.Text);
        Assert.Equal(DeliveryState.Unconfirmed, await channel.TroubleAsync(id, 2));
    }

    [Fact]
    public async Task A_process_that_died_while_sending_counts_as_a_lost_answer()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");
        var texts = new List<string>();
        for (var death = 0; death < 3; death++)
        {
            texts.Add((await channel.TakeAsync(id))!.Line.Text);
            Assert.Null(await channel.TakeAsync(id));
            house.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        Assert.Equal(["one", "one", "two"], texts);
    }

    [Fact]
    public async Task An_answer_that_comes_after_another_node_took_over_changes_nothing()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");
        var slow = (await channel.TakeAsync(id))!;
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var taken = (await channel.TakeAsync(id))!;

        Assert.Null(await channel.SettleAsync(slow, Got()));
        Assert.Equal("two", (await channel.SettleAsync(taken, Got()))!.Line.Text);
    }

    [Fact]
    public async Task Who_carries_the_lines_in_an_answer_keeps_other_senders_away()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var arrived = await channel.ArriveAsync("Dzień dobry", hold: TimeSpan.FromSeconds(10));
        var (id, held) = (arrived.ConversationId, arrived.SenderHeldUntil);
        Assert.NotNull(held);
        Assert.Null((await channel.ArriveAsync("Dzień dobry", hold: TimeSpan.FromSeconds(10))).SenderHeldUntil);
        await house.BotTurnAsync(id, null, "one");

        Assert.Null(await channel.TakeAsync(id));
        Assert.Equal("one", (await channel.TakeAsync(id, held))!.Line.Text);
    }

    [Fact]
    public async Task A_line_the_channel_took_under_an_id_too_long_to_keep_counts_as_sent()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("one", "two");

        var next = await channel.SettleAsync((await channel.TakeAsync(id))!, Got(new string('m', 301)));

        Assert.Equal("two", next!.Line.Text);
    }

    [Fact]
    public async Task A_change_of_a_sent_line_names_it_as_the_channel_does()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = await channel.WithAnswersAsync("tomorow");
        await channel.SettleAsync((await channel.TakeAsync(id))!, Got("m-7"));
        await house.Database.WriteAsync(async db =>
        {
            var conversation = (await Appending.LockAsync(db, id))!;
            return await Appending.AppendAsync(
                db, conversation, Author.Bot(conversation.Epoch), [new NewLine(LineKind.Edit, "tomorrow") { Target = 2 }], DateTime.UnixEpoch);
        }, HandoffHouse.Cancel);

        var change = (await channel.TakeAsync(id))!;
        Assert.Equal(("tomorrow", "m-7"), (change.Line.Text, change.TargetExternalId));
    }
}
