using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Handoff.Tests.Delivery;

public sealed class ArrivingTests
{
    [Fact]
    public async Task The_same_line_twice_is_stored_once_and_the_conversation_is_found_again()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);

        var first = await channel.ArriveAsync("Gdzie moja paczka?");
        Assert.Equal(first, await channel.ArriveAsync("Gdzie moja paczka?"));
        Assert.Equal(new Arrived(first.ConversationId, 2), await channel.ArriveAsync("Halo", "k2"));
        Assert.Equal(first.ConversationId, await channel.Arrivals.FindAsync("telegram", "a:1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Two_first_lines_at_once_begin_one_conversation()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);

        var arrived = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => channel.ArriveAsync($"line {n}", $"k{n}")));

        var id = Assert.Single(arrived.Select(a => a.ConversationId).Distinct());
        Assert.Equal(Enumerable.Range(1, 10).Select(n => (long?)n), arrived.Select(a => a.Seq).Order());
        Assert.Equal(10, (await house.LinesAsync(id)).Count);
    }

    [Fact]
    public async Task How_to_reach_the_customer_is_what_the_last_line_said()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = (await channel.ArriveAsync("one", "k1", reference: "old host")).ConversationId;
        await channel.ArriveAsync("two", "k2", reference: "new host");
        await house.BotTurnAsync(id, null, "answer");

        Assert.Equal("new host", (await channel.TakeAsync(id))!.Reference);
    }

    [Fact]
    public async Task A_customer_who_comes_without_words_is_greeted()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var arrived = await new Channel(house).ArriveAsync(null);

        Assert.Null(arrived.Seq);
        Assert.Equal([arrived.ConversationId], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_week_after_the_close_a_new_conversation_begins_for_the_same_customer()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var old = await channel.WithAnswersAsync("answer");
        house.Clock.Advance(TimeSpan.FromDays(8));

        var fresh = await channel.ArriveAsync("Dzień dobry znów", "k9");

        Assert.NotEqual(old, fresh.ConversationId);
        Assert.Equal(1, fresh.Seq);
        Assert.Equal(fresh.ConversationId, await channel.Arrivals.FindAsync("telegram", "a:1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_corrected_line_points_to_the_one_it_corrects()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = (await channel.ArriveAsync("LL-24", "k1")).ConversationId;
        await house.BotTurnAsync(id, null, "Which order?");

        var edited = await ChangeAsync(channel, LineKind.Edit, "LL-2477", "e1", "k1");
        var unknown = await ChangeAsync(channel, LineKind.Delete, "", "e2", "never seen");

        var nameless = await ChangeAsync(channel, LineKind.Delete, "", "e3", null);

        Assert.Equal((3, null, null), (edited.Seq, unknown.Seq, nameless.Seq));
        Assert.Equal((LineKind.Edit, 1L), (await house.LinesAsync(id))[2] is var line ? (line.Kind, line.Target) : default);
    }

    [Fact]
    public async Task An_abandoned_conversation_leaves_nothing_behind()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var channel = new Channel(house);
        var id = (await channel.ArriveAsync(null)).ConversationId;
        await house.BotTurnAsync(id, null, "Dzień dobry.");
        await channel.SettleAsync((await channel.TakeAsync(id))!, new DeliveryOutcome.Delivered("x"));
        house.Clock.Advance(TimeSpan.FromDays(2));

        await house.Services.GetRequiredService<EmptyConversations>().RunOnceAsync(HandoffHouse.Cancel);

        Assert.Null(await channel.Arrivals.FindAsync("telegram", "a:1", HandoffHouse.Cancel));
    }

    private static Task<Arrived> ChangeAsync(Channel channel, LineKind kind, string text, string key, string? targetKey) =>
        channel.Arrivals.ArriveAsync(
            new ChannelArrival("telegram", "a:1", "user-1", null, "pl", "ref")
            {
                Line = new CustomerLine(kind, text, null, key, null, null),
                TargetKey = targetKey,
            },
            HandoffHouse.Cancel);
}
