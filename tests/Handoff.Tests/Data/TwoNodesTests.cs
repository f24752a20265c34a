using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Tests.Desk;

namespace Warmline.Handoff.Tests.Data;

/// <summary>Two nodes on one PostgreSQL, without Redis: what one does the other finds.</summary>
public sealed class TwoNodesTests
{
    private const int Many = 20;

    [Fact]
    public async Task A_conversation_that_begins_on_one_node_is_answered_on_the_other_and_only_once()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();
        await one.StartAsync();
        await one.CustomerSaysAsync("c1", "hello");

        Assert.Equal(["c1"], await two.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.True(await two.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel));
        Assert.False(await one.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel));
        var input = (await two.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        var answers = await Task.WhenAll(
            one.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, "from one"), HandoffHouse.Cancel),
            two.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, "from two"), HandoffHouse.Cancel));

        Assert.Single(answers.OfType<CommitResult.Committed>());
        Assert.Equal(2, (await one.LinesAsync("c1")).Count);
        Assert.Equal(await one.LinesAsync("c1"), await two.LinesAsync("c1"), (a, b) => a.Seq == b.Seq && a.Text == b.Text);
    }

    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_database_make_its_tables_once()
    {
        await using var one = await HandoffHouse.OpenUnmadeAsync();
        await using var two = one.OpenNeighbour();
        await using var three = one.OpenNeighbour();
        HandoffHouse[] nodes = [one, two, three];

        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Services.MigrateHandoffAsync(HandoffHouse.Cancel))));

        await using var db = one.Database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(HandoffHouse.Cancel));
        await two.StartAsync();
        Assert.Equal("en", await three.Log.LanguageOfAsync("c1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Lines_and_starts_that_reach_both_nodes_at_once_are_stored_once()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();
        HandoffHouse[] nodes = [one, two];
        var start = new NewConversation("c1", "directline", "dl_1", null, "en", null);

        var news = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => nodes[n % 2].Log.StartAsync(start, HandoffHouse.Cancel)));
        var same = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => nodes[n % 2].CustomerSaysAsync("c1", "hello", "key")));
        var others = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => nodes[n % 2].CustomerSaysAsync("c1", $"line {n}")));

        Assert.Single(news, isNew => isNew);
        Assert.All(same, line => Assert.Equal(1, line.Seq));
        Assert.Equal(Enumerable.Range(2, Many).Select(n => (long)n), others.Select(l => l.Seq).Order());
    }

    [Fact]
    public async Task Of_agents_on_two_nodes_one_gets_the_customer()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();
        HandoffHouse[] nodes = [one, two];
        var item = await one.WaitingAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Many)
            .Select(n => nodes[n % 2].Agents.AcceptAsync(new Agent($"a{n}", $"Agent {n}"), item.Id, HandoffHouse.Cancel)));

        Assert.Single(results.OfType<AcceptResult.Accepted>());
        Assert.Equal(Many - 1, results.OfType<AcceptResult.AlreadyTaken>().Count());
        Assert.Single(await two.LinesAsync("c1"), l => l.SystemKey == "agent.joined");
    }

    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_sign_with_the_same_key()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();

        var keys = await Task.WhenAll(KeysOfAsync(one), KeysOfAsync(two));

        Assert.Equal(Assert.Single(keys[0]).Key, Assert.Single(keys[1]).Key);
        Assert.Equal(keys[0][0].Value, keys[1][0].Value);
    }

    [Fact]
    public async Task A_new_key_signs_only_when_the_other_node_knows_it()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();
        await KeysOfAsync(one);
        one.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(4));
        var known = await KeysOfAsync(two);
        one.Clock.Advance(TimeSpan.FromMinutes(4.5));

        Assert.Equal(["1", "2"], (await KeysOfAsync(one)).Select(k => k.Key));
        Assert.Equal("1", Assert.Single(await KeysOfAsync(two)).Key);
        Assert.Equal(known[0].Value, (await KeysOfAsync(one))[0].Value);

        one.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(["2", "1"], (await KeysOfAsync(two)).Select(k => k.Key));
        Assert.Equal(["2", "1"], (await KeysOfAsync(one)).Select(k => k.Key));
    }

    [Fact]
    public async Task Who_signed_in_at_one_node_is_known_at_the_other()
    {
        await using var one = await DeskHouse.OpenOnPostgresAsync();
        await using var two = await one.OpenNeighbourAsync();
        await two.NewBrowser().GetAsync("/desk/sign-in");

        var browser = await one.SignedInAsync("ola", StaffRoles.Agent);

        Assert.Equal("200", await one.Lead(browser).LeadsToAsync("/desk"));
        Assert.Equal("200", await two.Lead(browser).LeadsToAsync("/desk"));
        Assert.NotEqual("200", await two.NewBrowser().LeadsToAsync("/desk"));
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, byte[]>>> KeysOfAsync(HandoffHouse house) =>
        await house.Services.GetRequiredService<SigningKeys>().CurrentAsync(HandoffHouse.Cancel);
}
