using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tests.Promises;

namespace Warmline.Handoff.Tests.Queue;

public sealed class HandoffTests
{
    private static readonly Agent Ola = new("a1", "Ola");
    private static readonly Agent Reza = new("a2", "Reza");

    [Fact]
    public async Task Customer_asks_for_a_person_and_gets_one_who_sees_everything()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.Presence.BeatAsync(Ola.Id, HandoffHouse.Cancel);
        var item = await house.WaitingAsync();
        Assert.Equal(("asked", "person"), (item.Reason, item.ReasonList.Single().Evidence.Single()));

        var accepted = await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        Assert.Equal(new AcceptResult.Accepted("c1"), accepted);
        var view = await house.ViewAsync("c1");
        var said = await house.Agents.SayAsync(Ola, "c1", view.Conversation.Epoch, "Hello, this is Ola", "k1", HandoffHouse.Cancel);

        Assert.IsType<SayResult.Said>(said);
        var lines = await house.LinesAsync("c1");
        Assert.Equal(
            ["I want a person", "Of course.", "queue.joined", "agent.joined", "Hello, this is Ola"],
            lines.Select(l => l.SystemKey ?? l.Text));
        Assert.Equal(5, (await house.ViewAsync("c1")).SaidCount);
    }

    [Fact]
    public async Task Of_fifty_agents_who_accept_one_wins_and_the_others_are_told_who_has_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var item = await house.WaitingAsync($"round-{round}");
            var results = await Task.WhenAll(Enumerable.Range(0, 50)
                .Select(n => house.Agents.AcceptAsync(new Agent($"a{n}", $"Agent {n}"), item.Id, HandoffHouse.Cancel)));

            Assert.Single(results.OfType<AcceptResult.Accepted>());
            var losers = results.OfType<AcceptResult.AlreadyTaken>().ToList();
            Assert.Equal(49, losers.Count);
            var owner = (await house.ViewAsync($"round-{round}")).Item!.AgentName;
            Assert.All(losers, loser => Assert.Equal(owner, loser.ByName));
            Assert.Single(await house.LinesAsync($"round-{round}"), l => l.SystemKey == "agent.joined");
        }
    }

    [Fact]
    public async Task Customer_lines_during_every_change_of_owner_are_kept_and_belong_to_somebody()
    {
        await using var house = await HandoffHouse.OpenAsync();
        for (var round = 0; round < 10; round++)
        {
            var id = $"round-{round}";
            var item = await house.WaitingAsync(id);
            var talking = Task.WhenAll(Enumerable.Range(0, 30).Select(n => house.CustomerSaysAsync(id, $"line {n}")));
            await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
            var seen = (await house.LinesAsync(id))[^1].Seq;
            await house.Agents.KeepAsync(Ola, id, null, seen, HandoffHouse.Cancel);
            await house.Agents.CloseAsync(Ola, id, CloseReasons.Solved, HandoffHouse.Cancel);
            await talking;

            var lines = await house.LinesAsync(id);
            Assert.Equal(31, lines.Count(l => l.Role == AuthorRole.Customer));
            var unread = (await house.Turns.LoadAsync(id, HandoffHouse.Cancel))!.Unread;
            Assert.Equal(lines.Where(l => l.Role == AuthorRole.Customer && l.Seq > seen).Select(l => l.Seq), unread.Select(l => l.Seq));
        }
    }

    [Fact]
    public async Task An_agent_who_lost_the_chat_is_refused_and_keeps_the_words()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        var epoch = (await house.ViewAsync("c1")).Conversation.Epoch;
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        var said = await house.Agents.SayAsync(Ola, "c1", epoch, "One moment", "k1", HandoffHouse.Cancel);

        Assert.Equal(new SayResult.Refused(Owner.Nobody), said);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.Text == "One moment");
    }

    [Fact]
    public async Task Words_of_an_earlier_handoff_do_not_land_in_the_next_one_of_the_same_agent()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        var earlier = (await house.ViewAsync("c1")).Conversation.Epoch;
        await house.Agents.CloseAsync(Ola, "c1", CloseReasons.Solved, HandoffHouse.Cancel);
        await house.Agents.AcceptAsync(Ola, (await house.WaitingAsync()).Id, HandoffHouse.Cancel);

        var late = await house.Agents.SayAsync(Ola, "c1", earlier, "About your first question", "k1", HandoffHouse.Cancel);

        Assert.Equal(new SayResult.Refused(Owner.Agent), late);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.Text == "About your first question");
    }

    [Fact]
    public async Task Another_agent_may_not_speak_in_a_colleagues_chat_nor_close_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        var epoch = (await house.ViewAsync("c1")).Conversation.Epoch;

        Assert.IsType<SayResult.Refused>(await house.Agents.SayAsync(Reza, "c1", epoch, "I am not Ola", "k", HandoffHouse.Cancel));
        Assert.False(await house.Agents.CloseAsync(Reza, "c1", CloseReasons.Solved, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_second_handoff_of_the_same_conversation_works_like_the_first()
    {
        await using var house = await HandoffHouse.OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            await house.StartAsync();
            await house.CustomerSaysAsync("c1", "a person please");
            await house.BotTurnAsync("c1", new Move.RequestHandoff("asked", []), "Of course.");
            var item = (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Single();
            Assert.IsType<AcceptResult.Accepted>(await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel));
            Assert.True(await house.Agents.CloseAsync(Ola, "c1", CloseReasons.Solved, HandoffHouse.Cancel));
        }

        Assert.Equal(3, (await house.LinesAsync("c1")).Count(l => l.SystemKey == "agent.closed"));
        Assert.Equal(Owner.Bot, (await house.ViewAsync("c1")).Conversation.Owner);
    }

    [Fact]
    public async Task Accepting_after_the_customer_left_says_that_they_are_gone()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        Assert.Equal(new AcceptResult.Gone(CloseReasons.CustomerLeft), await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task With_nobody_on_duty_the_customer_is_told_the_truth_at_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.WaitingAsync();

        Assert.Contains(await house.LinesAsync("c1"), l => l.SystemKey == "queue.joined.nobody");
    }

    [Fact]
    public async Task A_desk_that_stopped_beating_is_nobody_on_duty()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.Presence.BeatAsync(Ola.Id, HandoffHouse.Cancel);
        house.Clock.Advance(TimeSpan.FromMinutes(1));

        await house.WaitingAsync();

        Assert.Contains(await house.LinesAsync("c1"), l => l.SystemKey == "queue.joined.nobody");
    }

    [Fact]
    public async Task The_customer_learns_once_that_the_team_knows()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();

        await house.Room.AcknowledgeAsync([item.Id], HandoffHouse.Cancel);
        await house.Room.AcknowledgeAsync([item.Id], HandoffHouse.Cancel);

        Assert.Single(await house.LinesAsync("c1"), l => l.SystemKey == "queue.announced");
    }

    [Fact]
    public async Task Whom_nobody_took_is_told_so_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.WaitingAsync();
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.SystemKey == "queue.unanswered");

        house.Clock.Advance(TimeSpan.FromMinutes(3));
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Single(await house.LinesAsync("c1"), l => l.SystemKey == "queue.unanswered");
    }

    [Fact]
    public async Task A_chat_whose_agent_is_gone_goes_back_to_its_old_place()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Presence.BeatAsync(Ola.Id, HandoffHouse.Cancel);
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        await house.CustomerSaysAsync("c1", "are you there?");
        house.Clock.Advance(TimeSpan.FromMinutes(4));
        var later = await house.WaitingAsync("c2");

        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Equal([item.Id, later.Id], (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Select(i => i.Id));
        Assert.Contains(await house.LinesAsync("c1"), l => l.SystemKey == "agent.gone");
        Assert.Equal(["are you there?"], (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Unread.Select(l => l.Text).TakeLast(1));
    }

    [Fact]
    public async Task An_agent_who_vanishes_before_a_word_leaves_nobody_waiting_though_the_bot_spoke_last()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "nothing works");
        await house.BotTurnAsync("c1", new Move.RequestHandoff("failed", []), "I am passing you to a person.");
        var item = (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Single();
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);

        house.Clock.Advance(TimeSpan.FromMinutes(4));
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Single(await house.Room.WaitingAsync(HandoffHouse.Cancel));
        Assert.Contains(await house.LinesAsync("c1"), l => l.SystemKey == "agent.gone");
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.SystemKey == "queue.unanswered");
        Assert.Empty((await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Unread);
    }

    [Fact]
    public async Task An_agent_who_is_gone_keeps_a_chat_in_which_the_customer_does_not_wait()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var item = await house.WaitingAsync();
        await house.Agents.AcceptAsync(Ola, item.Id, HandoffHouse.Cancel);
        await house.Agents.SayAsync(Ola, "c1", (await house.ViewAsync("c1")).Conversation.Epoch, "Done", "k", HandoffHouse.Cancel);

        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Equal(Owner.Agent, (await house.ViewAsync("c1")).Conversation.Owner);
    }

    [Fact]
    public async Task A_callback_takes_the_place_of_waiting_and_is_recorded_before_it_is_promised()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.WaitingAsync("c1", "pl");
        await house.CustomerSaysAsync("c1", "wolę telefon");
        await house.BotTurnAsync("c1", new Move.ScheduleCallback("+48 600 700 800", Calls.Noon, "jutro po 16", "zwrot"), "Dobrze.");

        var callback = Assert.Single(await house.Desk().ListAsync(HandoffHouse.Cancel));
        Assert.Equal(("+48 600 700 800", "jutro po 16"), (callback.Phone, callback.When));
        Assert.Contains(callback.Reference, (await house.LinesAsync("c1"))[^1].Text, StringComparison.Ordinal);
        Assert.Empty(await house.Room.WaitingAsync(HandoffHouse.Cancel));
        Assert.Equal(Owner.Bot, (await house.ViewAsync("c1")).Conversation.Owner);
    }

    [Fact]
    public async Task A_customer_who_comes_back_after_the_end_is_answered_by_the_bot()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "bye");
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        await house.CustomerSaysAsync("c1", "one more thing");

        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.Equal(["one more thing"], (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Unread.Select(l => l.Text));
    }
}
