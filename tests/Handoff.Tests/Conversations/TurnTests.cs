using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Tests.Conversations;

public sealed class TurnTests
{
    [Fact]
    public async Task A_turn_answers_every_unread_line_and_stores_everything_together()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        await house.CustomerSaysAsync("c1", "where is my order");
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        Assert.Equal(["hello", "where is my order"], input.Unread.Select(l => l.Text));

        var result = await house.Turns.CommitTurnAsync(
            HandoffHouse.Answer(input, null, "Which order?") with { DialogState = "{asking}", Facts = [new Fact("topic", "order", 2)], Language = "pl" },
            HandoffHouse.Cancel);

        Assert.IsType<CommitResult.Committed>(result);
        var after = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        Assert.Empty(after.Unread);
        Assert.Equal(("{asking}", "order", "pl"), (after.DialogState, after.Facts["topic"], after.Language));
        Assert.Equal((3L, AuthorRole.Bot, "Which order?"), (await house.LinesAsync("c1"))[^1] is var l ? (l.Seq, l.Role, l.Text) : default);
        Assert.Empty(await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_line_that_comes_during_a_turn_does_not_make_it_stale_and_is_answered_next()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "one");
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        await house.CustomerSaysAsync("c1", "two");

        var result = await house.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, "answer to one"), HandoffHouse.Cancel);

        Assert.IsType<CommitResult.Committed>(result);
        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.Equal(["two"], (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Unread.Select(l => l.Text));
    }

    [Fact]
    public async Task The_same_turn_twice_counts_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;

        var results = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(n => house.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, $"answer {n}"), HandoffHouse.Cancel)));

        Assert.Single(results.OfType<CommitResult.Committed>());
        Assert.Equal(2, (await house.LinesAsync("c1")).Count);
    }

    [Fact]
    public async Task A_late_reply_of_the_bot_cannot_land_after_a_person_took_over()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.CustomerSaysAsync("c1", "still there?");
        var late = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        await house.Agents.AcceptAsync(new("a1", "Ola"), item.Id, HandoffHouse.Cancel);

        var result = await house.Turns.CommitTurnAsync(HandoffHouse.Answer(late, null, "I am the late bot"), HandoffHouse.Cancel);

        Assert.Equal(new CommitResult.Stale(Owner.Agent), result);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.Text == "I am the late bot");
        Assert.Null(await house.Turns.LoadAsync("c1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_new_conversation_is_due_for_the_greeting_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.Equal(-1, (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Cursor);
        await house.BotTurnAsync("c1", null, "Hello, I am a bot.");

        Assert.Empty(await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.Equal(0, (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Cursor);
    }

    [Fact]
    public async Task A_leased_turn_is_nobody_elses_until_the_lease_is_over()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        Assert.True(await house.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel));
        Assert.False(await house.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel));
        Assert.Empty(await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));

        house.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Wrong_proofs_are_limited_per_visitor_and_per_address_and_expire()
    {
        await using var house = await HandoffHouse.OpenAsync(options: o => (o.ProofAttemptsPerVisitor, o.ProofAttemptsPerAddress) = (3, 5));
        await house.StartAsync("c1", address: "192.0.2.1");
        await house.StartAsync("c2", address: "192.0.2.1");
        await house.StartAsync("c3", address: "192.0.2.2");

        await WrongProofsAsync(house, "c1", 3);
        Assert.True(await house.Turns.AreProofsUsedUpAsync("c1", HandoffHouse.Cancel));
        Assert.False(await house.Turns.AreProofsUsedUpAsync("c2", HandoffHouse.Cancel));
        await WrongProofsAsync(house, "c2", 2);
        Assert.True(await house.Turns.AreProofsUsedUpAsync("c2", HandoffHouse.Cancel));
        Assert.False(await house.Turns.AreProofsUsedUpAsync("c3", HandoffHouse.Cancel));

        house.Clock.Advance(TimeSpan.FromHours(2));
        Assert.False(await house.Turns.AreProofsUsedUpAsync("c1", HandoffHouse.Cancel));
    }

    private static async Task WrongProofsAsync(HandoffHouse house, string conversation, int count)
    {
        var input = (await house.Turns.LoadAsync(conversation, HandoffHouse.Cancel))!;
        await house.Turns.CommitTurnAsync(
            HandoffHouse.Answer(input, null, "no") with { Proofs = [.. Enumerable.Repeat(new ProofAttempt("W1", false, "not the owner"), count)] },
            HandoffHouse.Cancel);
    }
}
