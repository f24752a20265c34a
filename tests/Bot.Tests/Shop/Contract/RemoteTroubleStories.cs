using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>A shop's system in trouble: what is tried again, what is given up, and what is never said to be done.</summary>
public abstract class RemoteTroubleStories
{
    private static readonly OrderProof Anna = new OrderProof.Email("anna@example.com");

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<(IShopStand Stand, ShopServer Server)> OpenAsync(params (string Key, string Value)[] settings);

    [Theory, InlineData(429), InlineData(500), InlineData(502), InlineData(503)]
    public async Task A_short_trouble_is_not_noticed(int status)
    {
        var (stand, server) = await OpenAsync();
        await using var _ = stand;
        stand.Put(new SampleOrder("1001"));
        server.Then(ShopServer.Status(status, retryAfter: 0), ShopServer.Dropped);

        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel));
        Assert.True(server.Asked.Count >= 3);
    }

    [Fact]
    public async Task A_shop_that_wants_to_be_left_alone_for_long_is_left_alone()
    {
        var (stand, server) = await OpenAsync();
        await using var _ = stand;
        server.Then(ShopServer.Status(429, retryAfter: 60));

        await UnavailableAsync(stand);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task What_is_no_answer_is_no_answer()
    {
        var (stand, server) = await OpenAsync(("Warmline:Shop:Limits:BreakAfter", "1000"));
        await using var _ = stand;
        stand.Put(new SampleOrder("1001"));
        Func<Microsoft.AspNetCore.Http.HttpContext, Microsoft.AspNetCore.Http.RequestDelegate, Task>[] answers =
        [
            ShopServer.Says("{\"id\": 1, "), ShopServer.Says("[1, 2]"), ShopServer.Says("null"), ShopServer.Says("\"order\""), ShopServer.Says(""),
            ShopServer.Status(401), ShopServer.Status(403), ShopServer.Status(404), ShopServer.Elsewhere, ShopServer.Huge,
        ];
        foreach (var answer in answers)
        {
            server.Then(answer);
            var trouble = await UnavailableAsync(stand);
            Assert.DoesNotContain("anna", trouble.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(answers.Length, server.Asked.Count);
        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel));
    }

    [Fact]
    public async Task A_wrong_key_is_a_trouble_of_the_shop_and_not_a_wrong_order()
    {
        var (stand, _) = await OpenAsync(("Warmline:Shop:WooCommerce:ConsumerSecret", "cs_wrong"), ("Warmline:Shop:Http:Token", "wrong-wrong-wrong-wrong"));
        await using var _1 = stand;
        stand.Put(new SampleOrder("1001"));

        await UnavailableAsync(stand);
    }

    [Fact]
    public async Task A_silent_shop_costs_the_customer_seconds_and_then_nothing()
    {
        var (stand, server) = await OpenAsync(
            ("Warmline:Shop:Limits:Try", "00:00:00.100"), ("Warmline:Shop:Limits:Total", "00:00:01"),
            ("Warmline:Shop:Limits:BreakAfter", "4"), ("Warmline:Shop:Limits:Retries", "1"), ("Warmline:Shop:Limits:BreakFor", "00:05:00"));
        await using var _ = stand;
        server.Then([.. Enumerable.Repeat(ShopServer.Silent, 4)]);

        await UnavailableAsync(stand);
        await UnavailableAsync(stand);
        var asked = server.Asked.Count;
        await UnavailableAsync(stand);

        Assert.Equal(4, asked);
        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public async Task A_state_nobody_knows_is_kept_for_the_team_and_not_taken_for_another()
    {
        var (stand, _) = await OpenAsync();
        await using var _1 = stand;
        stand.Put(new SampleOrder("1001") { Status = "quality-gate-7" });

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order;

        Assert.Equal((OrderStatus.Unknown, "quality-gate-7"), (order.Status, order.RawStatus));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.WrongState), await stand.Shop.WriteAsync(Cancelling(), Cancel));
    }

    [Fact]
    public async Task Text_that_plays_tricks_comes_in_as_plain_text()
    {
        var (stand, _) = await OpenAsync();
        await using var _1 = stand;
        stand.Put(new SampleOrder("1001") { ItemName = "Kubek\u202e\r\n" + new string('x', 5000) });

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order;

        Assert.True(order.Items[0].Name.Length <= 200);
        Assert.DoesNotContain(order.Items[0].Name, c => char.IsControl(c) || c == '\u202e');
    }

    [Fact]
    public async Task A_write_that_did_not_arrive_did_not_happen()
    {
        var (stand, server) = await OpenAsync();
        stand.Put(new SampleOrder("1001"));
        await server.DisposeAsync();
        await using var _ = stand;

        await Assert.ThrowsAsync<ShopUnavailableException>(() => stand.Shop.WriteAsync(Cancelling(), Cancel));
    }

    [Fact]
    public async Task An_answer_is_remembered_for_a_while_and_a_write_ends_it()
    {
        var (stand, server) = await OpenAsync();
        await using var _ = stand;
        stand.Put(new SampleOrder("1001"));
        await stand.Shop.FindOrderAsync("1001", Anna, Cancel);
        var asked = server.Asked.Count;

        await stand.Shop.FindOrderAsync("#1001", Anna, Cancel);
        Assert.Equal(asked, server.Asked.Count);
        Assert.IsType<OrderLookup.NotTheOwner>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("jan@example.com"), Cancel));

        await stand.Shop.WriteAsync(Cancelling(), Cancel);
        Assert.Equal(OrderStatus.Cancelled, Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", Anna, Cancel)).Order.Status);
    }

    private protected static CancelOrder Cancelling(string key = "c1") => new() { Key = key, OrderNumber = "1001", Proof = Anna };

    private static Task<ShopUnavailableException> UnavailableAsync(IShopStand stand) =>
        Assert.ThrowsAsync<ShopUnavailableException>(() => stand.Shop.FindOrderAsync("1001", Anna, Cancel));
}
