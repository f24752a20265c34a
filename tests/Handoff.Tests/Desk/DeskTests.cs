using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Desk;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tests.Agents;

namespace Warmline.Handoff.Tests.Desk;

public sealed class DeskTests
{
    [Fact]
    public async Task Visible_desk_of_somebody_on_duty_makes_the_promise_true()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.Board.BeatAsync(HandoffHouse.Cancel);
        await house.WaitingAsync();

        await desk.ReadAsync();

        Assert.Equal("queue.announced", (await house.LinesAsync("c1"))[^1].SystemKey);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Hidden_desk_or_one_off_duty_promises_nothing(bool visible, bool onDuty)
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await desk.Board.ChooseDutyAsync(onDuty);
        desk.Board.Visible = visible;
        await house.WaitingAsync();

        await desk.ReadAsync();

        Assert.Single(desk.Board.View.Waiting);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.SystemKey == "queue.announced");
    }

    [Fact]
    public async Task Waiting_conversation_can_be_read_whole_before_it_is_accepted()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();

        await desk.SeeAsync("c1");

        Assert.Equal(desk.Chat.View!.SaidCount, desk.Chat.Entries.Count);
        Assert.Equal("I want a person", desk.Chat.Entries[0].Text);
        Assert.NotNull(desk.Chat.WaitingItem);
        Assert.False(desk.Chat.IsMine);
    }

    [Fact]
    public async Task Loser_of_an_accept_is_told_who_has_the_customer()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var ola = await OpenDesk.OfAsync(house, "ola");
        await using var ewa = await OpenDesk.OfAsync(house, "ewa");
        var item = await house.WaitingAsync();
        await ola.AcceptAsync("c1");

        var accepted = await ewa.Board.AcceptAsync(item.Id);

        Assert.False(accepted);
        Assert.Contains("OLA", ewa.Board.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_a_customer_who_left_says_so()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        var item = await house.WaitingAsync();
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        Assert.False(await desk.Board.AcceptAsync(item.Id));
        Assert.Contains(desk.Session.Texts["close.customer_left"], desk.Board.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_comes_back_on_a_new_page()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");
        await desk.Chat.KeepDraftAsync("half a tho");

        await desk.SeeAsync("c1");

        Assert.Equal("half a tho", desk.Chat.Draft);
    }

    [Fact]
    public async Task Same_words_with_the_same_key_are_said_once()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");

        Assert.Null(await desk.Chat.SayAsync("Good day", "key"));
        Assert.Null(await desk.Chat.SayAsync("Good day", "key"));

        Assert.Single(await house.LinesAsync("c1"), l => l.Role == AuthorRole.Agent);
    }

    [Fact]
    public async Task Words_that_come_too_late_stay_with_the_agent_and_never_reach_the_customer()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        var why = await desk.Chat.SayAsync("Too late", "key");
        await desk.ReadAsync();

        Assert.Equal(desk.Session.Texts["say.refused"], why);
        Assert.Equal("Too late", desk.Chat.Unsent);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.Role == AuthorRole.Agent);
    }

    [Fact]
    public async Task Unread_dot_shows_until_the_page_has_shown_the_line()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");
        await desk.Chat.SawAllAsync();
        await house.CustomerSaysAsync("c1", "Are you there?");

        await desk.ReadAsync();
        Assert.True(Assert.Single(desk.Board.View.Mine).Unread);
        await desk.Chat.SawAllAsync();
        await desk.ReadAsync();

        Assert.False(Assert.Single(desk.Board.View.Mine).Unread);
    }

    [Fact]
    public async Task Closed_conversation_goes_to_the_bot_which_reads_on_after_the_last_line_the_agent_saw()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");
        await desk.Chat.SawAllAsync();
        var unseen = await house.CustomerSaysAsync("c1", "One more thing");

        Assert.True(await desk.Chat.CloseAsync(CloseReasons.Solved));

        Assert.Equal(unseen.Seq, Assert.Single((await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.Unread).Seq);
    }

    [Fact]
    public async Task Notes_are_for_colleagues_and_no_line_of_the_conversation()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var ola = await OpenDesk.OfAsync(house, "ola");
        await using var ewa = await OpenDesk.OfAsync(house, "ewa");
        await house.WaitingAsync();
        await ola.AcceptAsync("c1");
        await ola.Chat.AddNoteAsync("A regular");

        await ewa.SeeAsync("c1");

        Assert.Equal("A regular", Assert.Single(ewa.Chat.Notes).Text);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.Text.Contains("A regular", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_desk_of_a_deactivated_agent_reads_and_says_nothing_more()
    {
        await using var house = await OpenDesk.HouseAsync();
        await using var desk = await OpenDesk.OfAsync(house, "ola");
        await house.WaitingAsync();
        await desk.AcceptAsync("c1");

        await new Staff(house).Accounts.DeactivateAsync(desk.Session.Me!.Id, HandoffHouse.Cancel);

        await Assert.ThrowsAsync<SessionEndedException>(desk.ReadAsync);
        await Assert.ThrowsAsync<SessionEndedException>(() => desk.Chat.SayAsync("Still here", "key"));
        await Assert.ThrowsAsync<SessionEndedException>(() => desk.Chat.AddNoteAsync("Still here"));
    }

    [Fact]
    public async Task Desk_of_an_editor_shows_nothing()
    {
        await using var house = await OpenDesk.HouseAsync();

        await Assert.ThrowsAsync<SessionEndedException>(() => OpenDesk.OfAsync(house, "ed", StaffRoles.Editor));
    }

    [Fact]
    public void Edited_line_shows_its_newest_words_at_its_place_and_a_deleted_one_keeps_its_number()
    {
        var entries = Transcript.Fold([Line(1, "one"), Line(2, "two"), Line(3, "ONE", LineKind.Edit, 1), Line(4, "", LineKind.Delete, 2), Line(5, "three")]);

        Assert.Equal([(1L, "ONE", true, false), (2L, "", false, true), (3L, "three", false, false)],
            entries.Select(e => (e.Number, e.Text, e.Edited, e.Deleted)));
    }

    [Fact]
    public async Task Times_are_the_browsers_and_gregorian()
    {
        await using var house = await OpenDesk.HouseAsync();
        var clock = new DeskClock(house.Clock);

        clock.Use("Europe/Warsaw", 0);
        Assert.Equal("10:00", clock.Moment(clock.Now));
        clock.Use("Nowhere/Unknown", 210);
        Assert.Equal("12:30", clock.Moment(clock.Now));
        Assert.Equal("2026-11-22 12:30", clock.Moment(clock.Now.AddDays(-1)));
    }

    private static Line Line(long seq, string text, LineKind kind = LineKind.Said, long? target = null) =>
        new("c1", seq, kind, AuthorRole.Customer, null, null, DateTime.UnixEpoch.AddSeconds(seq), text, null, target, null, []);
}
