using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

public sealed class PlacesTests
{
    [Fact]
    public async Task Of_many_who_want_the_last_place_of_a_slot_one_gets_it()
    {
        await using var house = await Calls.HouseAsync(o => o.CallsPerSlot = 1);
        await RaceAsync(house, winners: 1);
    }

    [Fact]
    public async Task Of_many_who_want_two_places_on_a_server_two_get_them()
    {
        await using var house = await HandoffHouse.OpenOnPostgresAsync();
        await RaceAsync(house, winners: 2);
    }

    [Fact]
    public async Task Moving_leaves_the_old_place_and_takes_the_new_one()
    {
        await using var house = await Calls.HouseAsync(o => o.CallsPerSlot = 1);
        var call = await house.PromisedAsync();

        await house.CustomerSaysAsync("c1", "later please");
        await house.BotTurnAsync("c1", new Move.MoveCallback(call.Reference, Calls.Noon.AddHours(1)));

        var place = Assert.Single(await house.PlacesAsync());
        Assert.Equal((Calls.Noon.AddHours(1).UtcDateTime, call.Reference), (place.SlotAt, place.Reference));
        Assert.Equal(("callback.moved", 1), (await house.LastKeyAsync(), (await house.CallAsync()).Sequence));
    }

    [Fact]
    public async Task Cancelling_frees_the_place_for_the_next()
    {
        await using var house = await Calls.HouseAsync(o => o.CallsPerSlot = 1);
        var call = await house.PromisedAsync();
        await house.CustomerSaysAsync("c1", "cancel");
        await house.BotTurnAsync("c1", new Move.CancelCallback(call.Reference));

        await house.PromisedAsync("c2");

        Assert.Equal(CallbackState.Cancelled, (await house.CallAsync()).State);
        Assert.Equal("callback.cancelled", await house.LastKeyAsync());
    }

    [Fact]
    public async Task A_turn_that_wants_a_full_slot_stores_nothing_and_is_decided_anew()
    {
        await using var house = await Calls.HouseAsync(o => o.CallsPerSlot = 1);
        await house.PromisedAsync();
        await house.StartAsync("c2");
        await house.CustomerSaysAsync("c2", "call me");

        var result = await house.BotTurnAsync("c2", Calls.Wish(), "All right.");

        Assert.IsType<CommitResult.Stale>(result);
        Assert.Single(await house.LinesAsync("c2"));
    }

    [Fact]
    public async Task Nobody_moves_or_cancels_a_call_of_another_conversation()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        await house.StartAsync("c2");
        await house.CustomerSaysAsync("c2", "cancel it");

        Assert.IsType<CommitResult.Stale>(await house.BotTurnAsync("c2", new Move.CancelCallback(call.Reference)));
        Assert.IsType<CommitResult.Stale>(await house.BotTurnAsync("c2", new Move.MoveCallback(call.Reference, Calls.Noon.AddHours(2))));
        Assert.Equal(CallbackState.Scheduled, (await house.CallAsync()).State);
    }

    [Fact]
    public async Task A_conversation_has_one_open_call()
    {
        await using var house = await Calls.HouseAsync();
        await house.PromisedAsync();
        await house.CustomerSaysAsync("c1", "another one");

        Assert.IsType<CommitResult.Stale>(await house.BotTurnAsync("c1", Calls.Wish(Calls.Noon.AddHours(1))));
    }

    private static async Task RaceAsync(HandoffHouse house, int winners)
    {
        var ids = Enumerable.Range(1, 12).Select(n => $"c{n}").ToList();
        foreach (var id in ids)
        {
            await house.StartAsync(id);
            await house.CustomerSaysAsync(id, "call me");
        }

        var results = await Task.WhenAll(ids.Select(id => house.BotTurnAsync(id, Calls.Wish(), "All right.")));

        Assert.Equal(winners, results.Count(result => result is CommitResult.Committed));
        Assert.Equal(winners, (await house.PlacesAsync()).Count);
        Assert.Equal(winners, (await house.Desk().ListAsync(HandoffHouse.Cancel)).Count);
    }
}
