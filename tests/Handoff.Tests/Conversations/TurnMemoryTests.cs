using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;

namespace Warmline.Handoff.Tests.Conversations;

/// <summary>A turn that reads from memory reads what is stored.</summary>
public sealed class TurnMemoryTests
{
    [Fact]
    public async Task What_is_remembered_is_what_is_stored()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var leases = await BeginAsync(house);
        await TurnAsync(house, leases, "my number is 1234", new Fact("order_number", "1234", 1));
        await TurnAsync(house, leases, "no, 5678", new Fact("order_number", "5678", 3), new Fact("email", "a@b.example", 3));
        await house.CustomerSaysAsync("c1", "well?");
        await ForgeFactsAsync(house);

        var remembered = await LoadAsync(house, leases);
        var stored = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;

        Assert.Equal(("well?", "my number is 1234|no, 5678"), (Words(remembered.Unread), string.Join('|', remembered.Earlier.Select(l => l.Text))));
        Assert.Equal(["email", "order_number"], stored.Facts.Where(f => f.Value == "forged").Select(f => f.Key).Order());
        Assert.Equal(["5678", "a@b.example"], remembered.Facts.Values.Order());
        Assert.Equivalent(stored with { Facts = remembered.Facts }, remembered);
    }

    [Fact]
    public async Task Whoever_writes_novels_is_not_kept_in_memory()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var leases = await BeginAsync(house);
        await TurnAsync(house, leases, new string('x', 10_001), new Fact("order_number", "1234", 1));
        await house.CustomerSaysAsync("c1", "well?");
        await ForgeFactsAsync(house);

        Assert.Equal(["forged"], (await LoadAsync(house, leases)).Facts.Values);
    }

    [Fact]
    public async Task Lines_that_come_before_the_turn_begins_are_answered_by_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var leases = await BeginAsync(house);
        await TurnAsync(house, leases, "hello");
        await house.CustomerSaysAsync("c1", "where is");
        await house.CustomerSaysAsync("c1", "my order?");

        Assert.Equal("where is my order?", Words((await LoadAsync(house, leases)).Unread));
    }

    [Fact]
    public async Task What_came_during_a_turn_is_in_the_next_and_remembered_after_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var leases = await BeginAsync(house);
        await house.CustomerSaysAsync("c1", "one");
        var first = await LoadAsync(house, leases);
        await house.CustomerSaysAsync("c1", "two");
        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(first, null, "to one") with { Facts = [new Fact("topic", "one", 1)] }, HandoffHouse.Cancel);
        var second = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(second, null, "to two"), HandoffHouse.Cancel);
        await house.CustomerSaysAsync("c1", "three");

        var third = await LoadAsync(house, leases);

        Assert.Equal("two", Words(second.Unread));
        Assert.Equal(("one two", "three", "one"), (Words(third.Earlier), Words(third.Unread), third.Facts["topic"]));
    }

    [Fact]
    public async Task What_the_shop_says_of_a_customer_is_never_from_memory()
    {
        await using var house = await HandoffHouse.OpenAsync();
        var leases = await BeginAsync(house);
        await TurnAsync(house, leases, "hello");
        var until = house.Clock.GetUtcNow().UtcDateTime.AddMinutes(10);
        await house.Services.GetRequiredService<Vouching>().VouchAsync("c1", "dl_c1", "key", new VouchedCustomer("shop-1", until), HandoffHouse.Cancel);
        await house.CustomerSaysAsync("c1", "it is me");

        Assert.Equal("shop-1", (await LoadAsync(house, leases)).Customer?.ShopId);
    }

    [Fact]
    public async Task A_turn_of_another_node_is_seen()
    {
        await using var one = await HandoffHouse.OpenOnPostgresAsync();
        await using var two = one.OpenNeighbour();
        var (leases, others) = (await BeginAsync(one), Serve(two));
        await TurnAsync(one, leases, "hello");
        await TurnAsync(two, others, "number", new Fact("order_number", "1234", 3));
        await one.CustomerSaysAsync("c1", "well?");

        var input = await LoadAsync(one, leases);

        Assert.Equal(("hello number", "well?", "1234"), (Words(input.Earlier), Words(input.Unread), input.Facts["order_number"]));
    }

    private static string Words(IEnumerable<Line> lines) => string.Join(' ', lines.Select(l => l.Text));

    // The bot has greeted, and what becomes due is leased for this process.
    private static async Task<ConcurrentQueue<LeasedReader>> BeginAsync(HandoffHouse house)
    {
        await house.StartAsync();
        await house.BotTurnAsync("c1");
        return Serve(house);
    }

    private static ConcurrentQueue<LeasedReader> Serve(HandoffHouse house)
    {
        var leases = new ConcurrentQueue<LeasedReader>();
        house.Bell.Serve(ReaderKind.Bot, leases.Enqueue);
        return leases;
    }

    private static async Task TurnAsync(HandoffHouse house, ConcurrentQueue<LeasedReader> leases, string text, params Fact[] facts)
    {
        await house.CustomerSaysAsync("c1", text);
        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(await LoadAsync(house, leases), null, "I see.") with { Facts = facts }, HandoffHouse.Cancel);
    }

    private static async Task<TurnInput> LoadAsync(HandoffHouse house, ConcurrentQueue<LeasedReader> leases)
    {
        Assert.True(leases.TryDequeue(out var lease));
        return (await house.Turns.LoadAsync("c1", lease, HandoffHouse.Cancel))!;
    }

    // Nobody does this: so it shows where a value is from.
    private static Task<int> ForgeFactsAsync(HandoffHouse house) =>
        house.Database.WriteAsync(db => db.Set<FactRecord>().ExecuteUpdateAsync(set => set.SetProperty(f => f.Value, "forged")), HandoffHouse.Cancel);
}
