using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Tests.Conversations;

public sealed class AppendingTests
{
    [Fact]
    public async Task Lines_are_numbered_without_gaps_and_stamped_in_rising_order_however_many_write_at_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        await Task.WhenAll(Enumerable.Range(1, 200).Select(n => house.CustomerSaysAsync("c1", $"line {n}")));

        var lines = await house.LinesAsync("c1");
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), lines.Select(l => l.Seq));
        Assert.Equal(200, lines.Select(l => l.Text).Distinct().Count());
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(pair.First.Stamp < pair.Second.Stamp));
    }

    [Fact]
    public async Task The_same_line_sent_twice_is_stored_once_and_answered_with_the_same_number()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        var twice = await Task.WhenAll(house.CustomerSaysAsync("c1", "hello", "key"), house.CustomerSaysAsync("c1", "hello", "key"));
        await house.CustomerSaysAsync("c1", "again", "other key");

        Assert.Equal(twice[0].Seq, twice[1].Seq);
        Assert.Equal([1, 2], (await house.LinesAsync("c1")).Select(l => l.Seq));
    }

    [Fact]
    public async Task The_same_key_in_another_conversation_is_another_line()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync("c1");
        await house.StartAsync("c2");

        await house.CustomerSaysAsync("c1", "hello", "key");
        await house.CustomerSaysAsync("c2", "hello", "key");

        Assert.Single(await house.LinesAsync("c2"));
    }

    [Fact]
    public async Task Nothing_is_stored_for_a_conversation_that_does_not_exist()
    {
        await using var house = await HandoffHouse.OpenAsync();

        var line = await house.Log.AppendAsync("nobody", new CustomerLine(LineKind.Said, "hi", null, null, null, null), HandoffHouse.Cancel);

        Assert.Null(line);
        Assert.Empty(await house.LinesAsync("nobody"));
    }

    [Fact]
    public async Task Starting_twice_finds_the_conversation_again()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var start = new NewConversation("c1", "directline", "dl_1", null, "pl", null);

        Assert.True(await house.Log.StartAsync(start, HandoffHouse.Cancel));
        Assert.False(await house.Log.StartAsync(start, HandoffHouse.Cancel));

        Assert.Equal("c1", await house.Log.FindCurrentAsync("directline", "dl_1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_closed_conversation_goes_on_for_a_week_and_then_a_new_one_begins()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");
        await house.Log.EndAsync("c1", HandoffHouse.Cancel);

        house.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal("c1", await house.Log.FindCurrentAsync("directline", "dl_c1", HandoffHouse.Cancel));

        house.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await house.Log.FindCurrentAsync("directline", "dl_c1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_conversation_only_the_bot_had_is_over_after_a_week_of_silence()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "hello");

        house.Clock.Advance(TimeSpan.FromDays(8));

        Assert.Null(await house.Log.FindCurrentAsync("directline", "dl_c1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task One_failing_write_takes_nobody_else_of_its_group_with_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();

        var writes = Enumerable.Range(0, 40).Select(n => n % 4 == 0
            ? Assert.ThrowsAsync<InvalidOperationException>(() => house.Database.WriteAsync<bool>(
                _ => throw new InvalidOperationException("broken"), HandoffHouse.Cancel))
            : (Task)house.CustomerSaysAsync("c1", $"line {n}"));
        await Task.WhenAll(writes);

        Assert.Equal(30, (await house.LinesAsync("c1")).Count);
    }

    [Fact]
    public async Task Conversations_in_which_no_customer_wrote_are_gone_after_a_day()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync("silent");
        await house.BotTurnAsync("silent", null, "Hello, I am a bot.");
        await house.StartAsync("speaking");
        await house.CustomerSaysAsync("speaking", "hello");

        house.Clock.Advance(TimeSpan.FromHours(25));
        await new EmptyConversations(house.Database, house.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<EmptyConversations>.Instance)
            .RunOnceAsync(HandoffHouse.Cancel);

        Assert.Empty(await house.LinesAsync("silent"));
        Assert.Null(await house.Log.LanguageOfAsync("silent", HandoffHouse.Cancel));
        Assert.Single(await house.LinesAsync("speaking"));
    }
}
