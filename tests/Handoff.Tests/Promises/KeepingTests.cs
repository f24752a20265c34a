using Warmline.Handoff.Conversations;
using Warmline.Handoff.Promises;

namespace Warmline.Handoff.Tests.Promises;

public sealed class KeepingTests
{
    [Fact]
    public async Task Of_agents_who_claim_a_call_at_once_one_wins()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => house.Desk().ClaimAsync(n % 2 == 0 ? Calls.Ola : Calls.Ewa, call.Reference, HandoffHouse.Cancel)));

        Assert.Single(won, claimed => claimed);
    }

    [Fact]
    public async Task Only_the_agent_who_has_the_call_says_what_came_of_it()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        await house.Desk().ClaimAsync(Calls.Ola, call.Reference, HandoffHouse.Cancel);

        Assert.False(await house.Desk().EndAsync(Calls.Ewa, call.Reference, CallResult.Reached, null, HandoffHouse.Cancel));
        Assert.True(await house.Desk().EndAsync(Calls.Ola, call.Reference, CallResult.Reached, "told about the refund", HandoffHouse.Cancel));
        Assert.False(await house.Desk().EndAsync(Calls.Ola, call.Reference, CallResult.NoAnswer, null, HandoffHouse.Cancel));
        Assert.Equal((CallbackState.Reached, "told about the refund"), ((await house.CallAsync()).State, (await house.CallAsync()).Note));
        Assert.Equal(new CallRecord(1, 0), await house.Desk().RecordAsync(HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_call_nobody_made_is_told_to_the_customer_and_stands_on_top()
    {
        await using var house = await Calls.HouseAsync();
        await house.PromisedAsync("c2", Calls.Noon.AddHours(-1));
        await house.PromisedAsync("c1", Calls.Noon.AddHours(-0.5), language: "pl");

        await house.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Equal("callback.stored", await house.LastKeyAsync());
        await house.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(CallbackState.Missed, (await house.CallAsync()).State);
        var line = (await house.LinesAsync("c1"))[^1];
        Assert.Equal("callback.missed", line.SystemKey);
        Assert.Contains("poniedziałek, 23 listopada 2026, 11:30", line.Text, StringComparison.Ordinal);
        Assert.Equal(new CallRecord(0, 2), await house.Desk().RecordAsync(HandoffHouse.Cancel));

        await house.PassAsync(TimeSpan.FromHours(1));
        Assert.Single(await house.LinesAsync("c1"), l => l.SystemKey == "callback.missed");
    }

    [Fact]
    public async Task Missed_calls_stand_before_those_to_come()
    {
        await using var house = await Calls.HouseAsync();
        await house.PromisedAsync("c1", Calls.Noon.AddHours(2));
        await house.PromisedAsync("c2", Calls.Noon);
        await house.PromisedAsync("c3", Calls.Noon.AddHours(1));

        await house.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(["c2", "c3", "c1"], (await house.Desk().ListAsync(HandoffHouse.Cancel)).Select(call => call.ConversationId));
    }

    [Fact]
    public async Task Nobody_answered_is_tried_again_within_hours_with_longer_and_longer_pauses_and_then_no_more()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        house.Clock.Advance(TimeSpan.FromHours(2));

        await NotAnsweredAsync(house, call.Reference);
        var second = await house.CallAsync();
        Assert.Equal((CallbackState.Scheduled, house.Clock.GetUtcNow().UtcDateTime.AddHours(1), "callback.again"), (second.State, second.At, await house.LastKeyAsync()));

        // At three in the afternoon two hours more are after closing time: the next morning.
        house.Clock.Advance(TimeSpan.FromHours(3));
        await NotAnsweredAsync(house, call.Reference);
        Assert.Equal(new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc), (await house.CallAsync()).At);

        house.Clock.Advance(TimeSpan.FromHours(18));
        await NotAnsweredAsync(house, call.Reference);
        Assert.Equal((CallbackState.NoAnswer, 3, "callback.no_answer"), ((await house.CallAsync()).State, (await house.CallAsync()).Tries, await house.LastKeyAsync()));
        Assert.Empty(await house.PlacesAsync());
    }

    [Fact]
    public async Task A_wrong_number_is_asked_for_again_and_the_right_one_gets_a_new_time()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        await house.Desk().ClaimAsync(Calls.Ola, call.Reference, HandoffHouse.Cancel);
        await house.Desk().EndAsync(Calls.Ola, call.Reference, CallResult.WrongNumber, null, HandoffHouse.Cancel);
        Assert.Equal("callback.wrong_number", await house.LastKeyAsync());

        await house.CustomerSaysAsync("c1", "sorry, 601 999 888");
        await house.BotTurnAsync("c1", new Move.MoveCallback(call.Reference, Calls.Noon.AddHours(1), "+48 601 999 888"));

        Assert.Equal((CallbackState.Scheduled, "+48 601 999 888"), ((await house.CallAsync()).State, (await house.CallAsync()).Phone));
    }

    [Fact]
    public async Task A_desk_that_dies_between_claim_and_result_loses_the_call_to_the_others()
    {
        await using var house = await Calls.HouseAsync(o => o.ClaimLasts = TimeSpan.FromMinutes(10));
        var call = await house.PromisedAsync();
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Desk().ClaimAsync(Calls.Ola, call.Reference, HandoffHouse.Cancel);

        await house.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal((CallbackState.Reminded, null), ((await house.CallAsync()).State, (await house.CallAsync()).AgentId));
        Assert.True(await house.Desk().ClaimAsync(Calls.Ewa, call.Reference, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task When_nobody_knows_whether_the_call_was_made_no_more_is_said_than_that()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Desk().ClaimAsync(Calls.Ola, call.Reference, HandoffHouse.Cancel);

        await house.PassAsync(TimeSpan.FromMinutes(31));

        Assert.Equal((CallbackState.Missed, "callback.lapsed"), ((await house.CallAsync()).State, await house.LastKeyAsync()));
    }

    [Fact]
    public async Task The_desk_is_pointed_at_a_due_call_and_the_customer_who_asked_is_reminded_once()
    {
        await using var house = await Calls.HouseAsync();
        await house.PromisedAsync(remind: true);

        await house.PassAsync(TimeSpan.FromMinutes(60));
        Assert.Equal((CallbackState.Scheduled, "callback.reminder"), ((await house.CallAsync()).State, await house.LastKeyAsync()));
        await house.PassAsync(TimeSpan.FromMinutes(45));

        Assert.Equal(CallbackState.Reminded, (await house.CallAsync()).State);
        Assert.Single(await house.LinesAsync("c1"), line => line.SystemKey == "callback.reminder");
    }

    [Fact]
    public async Task Two_clocks_tell_the_truth_once()
    {
        await using var house = await Calls.HouseAsync();
        await using var neighbour = house.OpenNeighbour();
        await house.PromisedAsync();
        house.Clock.Advance(TimeSpan.FromHours(4));

        await Task.WhenAll(house.Calling().RunOnceAsync(HandoffHouse.Cancel), neighbour.Calling().RunOnceAsync(HandoffHouse.Cancel));

        Assert.Single(await house.LinesAsync("c1"), line => line.SystemKey == "callback.missed");
    }

    [Fact]
    public async Task An_agent_moves_a_call_into_business_hours_only_and_the_customer_is_told()
    {
        await using var house = await Calls.HouseAsync();
        var call = await house.PromisedAsync();
        await house.Desk().ClaimAsync(Calls.Ola, call.Reference, HandoffHouse.Cancel);

        Assert.False(await house.Desk().MoveAsync(Calls.Ewa, call.Reference, Calls.Noon.UtcDateTime.AddHours(1), HandoffHouse.Cancel));
        Assert.False(await house.Desk().MoveAsync(Calls.Ola, call.Reference, Calls.Noon.UtcDateTime.AddHours(9), HandoffHouse.Cancel));
        Assert.True(await house.Desk().MoveAsync(Calls.Ola, call.Reference, Calls.Noon.UtcDateTime.AddHours(1), HandoffHouse.Cancel));
        Assert.Equal((CallbackState.Scheduled, "callback.moved"), ((await house.CallAsync()).State, await house.LastKeyAsync()));
    }

    private static async Task NotAnsweredAsync(HandoffHouse house, string reference)
    {
        Assert.True(await house.Desk().ClaimAsync(Calls.Ola, reference, HandoffHouse.Cancel));
        Assert.True(await house.Desk().EndAsync(Calls.Ola, reference, CallResult.NoAnswer, null, HandoffHouse.Cancel));
    }
}
