using System.Text.Json.Nodes;
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

public sealed class WooTroubleStories : RemoteTroubleStories
{
    private protected override async Task<(IShopStand Stand, ShopServer Server)> OpenAsync(params (string Key, string Value)[] settings)
    {
        var stand = await Stands.WooAsync(settings);
        return (stand, stand.Server);
    }

    [Fact]
    public async Task An_answer_lost_after_the_change_is_found_again_by_the_key_and_never_repeated_blindly()
    {
        await using var stand = await Stands.WooAsync(("Warmline:Shop:Limits:Remember", "00:00:00"));
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.Fine, ShopServer.Fine, ShopServer.DoneButLost);

        Assert.IsType<WriteOutcome.Unknown>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Single(stand.Server.Asked, line => line.StartsWith("PUT", StringComparison.Ordinal));
        Assert.NotNull(await stand.Shop.FindWriteAsync(Cancelling(), Cancel));
        Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Single(stand.Server.Asked, line => line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory, InlineData(500), InlineData(503)]
    public async Task A_change_answered_with_an_error_is_unknown_until_asked(int status)
    {
        await using var stand = await Stands.WooAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.Fine, ShopServer.Fine, ShopServer.Status(status));

        Assert.IsType<WriteOutcome.Unknown>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Null(await stand.Shop.FindWriteAsync(Cancelling(), Cancel));
    }

    [Fact]
    public async Task The_team_gets_one_note_of_a_return_even_when_the_first_was_lost()
    {
        await using var stand = await Stands.WooAsync();
        stand.Put(SampleOrder.Delivered("1001"));
        var back = new StartReturn { Key = "r1", OrderNumber = "1001", Proof = OrderProof.Of("anna@example.com"), Items = [new ReturnedItem("31", 1)], Words = "<script>x</script>" };
        stand.Server.Then(ShopServer.Fine, ShopServer.Fine, ShopServer.Fine, ShopServer.Fine, ShopServer.Status(500));

        var done = Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(back, Cancel));
        Assert.Equal(0, stand.Server.NotesOf(1001));
        await stand.Shop.FindWriteAsync(back, Cancel);
        await stand.Shop.FindWriteAsync(back, Cancel);

        Assert.Equal(1, stand.Server.NotesOf(1001));
        Assert.Contains(done.Reference, stand.Server.NoteOf(1001), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", stand.Server.NoteOf(1001), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_not_the_id_is_found_by_searching_the_pages()
    {
        await using var stand = await Stands.WooAsync();
        stand.Put([.. Enumerable.Range(1, 120).Select(n => new SampleOrder($"SK{5000 + n}") { PlacedAt = SampleOrder.Today.AddDays(-n), ItemName = "SK5110 nie ten" })]);
        stand.Put(new SampleOrder("1001"));
        stand.Server.Orders.First(order => order["number"]!.GetValue<string>() == "1001")["number"] = "900";

        var found = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("sk 5110", OrderProof.Of("anna@example.com"), Cancel));

        Assert.Equal("SK5110", found.Order.Number);
        Assert.Contains(stand.Server.Asked, line => line.Contains("page=3", StringComparison.Ordinal));
        Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("900", OrderProof.Of("anna@example.com"), Cancel));
        Assert.IsType<OrderLookup.NotFound>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("anna@example.com"), Cancel));
    }

    [Fact]
    public async Task Refunds_tracking_and_thrown_away_orders_are_what_they_are()
    {
        await using var stand = await Stands.WooAsync();
        stand.Put(new SampleOrder("1001"), new SampleOrder("1002") { Status = "trash" }, new SampleOrder("1003") { Status = "failed" });
        var woo = stand.Server.Orders.First();
        woo["refunds"] = new JsonArray(new JsonObject { ["id"] = 1, ["total"] = "-10.50" }, new JsonObject { ["id"] = 2, ["total"] = "-4.5" });
        woo["meta_data"]!.AsArray().Add(new JsonObject
        {
            ["id"] = 1, ["key"] = "_wc_shipment_tracking_items",
            ["value"] = new JsonArray(new JsonObject { ["tracking_provider"] = "InPost", ["tracking_number"] = "6200001", ["custom_tracking_link"] = "javascript:alert(1)" }),
        });

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("anna@example.com"), Cancel)).Order;

        Assert.Equal((OrderStatus.Shipped, 1500L, "InPost", "6200001", (Uri?)null), (order.Status, order.RefundMinor, order.Carrier, order.TrackingNumber, order.TrackingUrl));
        Assert.Equal(PaymentKind.Transfer, order.Payment);
        Assert.IsType<OrderLookup.NotFound>(await stand.Shop.FindOrderAsync("1002", OrderProof.Of("anna@example.com"), Cancel));
        Assert.Equal(OrderStatus.Unknown, Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1003", OrderProof.Of("anna@example.com"), Cancel)).Order.Status);
    }
}

public sealed class HttpTroubleStories : RemoteTroubleStories
{
    private protected override async Task<(IShopStand Stand, ShopServer Server)> OpenAsync(params (string Key, string Value)[] settings)
    {
        var stand = await Stands.HttpAsync(settings);
        return (stand, stand.Server);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_key_and_done_once()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.DoneButLost);

        Assert.Equal("RMA-c1", Assert.IsType<WriteOutcome.Done>(await stand.Shop.WriteAsync(Cancelling(), Cancel)).Reference);
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task When_every_answer_gets_lost_the_outcome_is_unknown_and_found_by_the_key()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));
        stand.Server.Then(ShopServer.DoneButLost, ShopServer.DoneButLost, ShopServer.DoneButLost);

        Assert.IsType<WriteOutcome.Unknown>(await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Equal("RMA-c1", (await stand.Shop.FindWriteAsync(Cancelling(), Cancel))!.Reference);
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task Eight_at_once_with_one_key_are_one_write()
    {
        await using var stand = await Stands.HttpAsync();
        stand.Put(new SampleOrder("1001"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stand.Shop.WriteAsync(Cancelling(), Cancel)));

        Assert.Single(outcomes.Select(outcome => Assert.IsType<WriteOutcome.Done>(outcome).Reference).Distinct());
        Assert.Equal(1, stand.Server.Done);
    }

    [Fact]
    public async Task What_the_shop_does_not_offer_is_not_asked_of_it()
    {
        await using var stand = await Stands.HttpAsync(("Warmline:Shop:Http:Capabilities", "RecentOrders, ChangeAddress"));

        Assert.False(stand.Shop.Capabilities.HasFlag(ShopCapabilities.Cancel));
        Assert.Equal(new WriteOutcome.Refused(WriteRefusal.NotOffered), await stand.Shop.WriteAsync(Cancelling(), Cancel));
        Assert.Empty(stand.Server.Asked);
    }
}
