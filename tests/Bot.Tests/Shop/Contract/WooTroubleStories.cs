using System.Text.Json.Nodes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Shop.Contract;

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
            ["id"] = 1,
            ["key"] = "_wc_shipment_tracking_items",
            ["value"] = new JsonArray(new JsonObject { ["tracking_provider"] = "InPost", ["tracking_number"] = "6200001", ["custom_tracking_link"] = "javascript:alert(1)" }),
        });

        var order = Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1001", OrderProof.Of("anna@example.com"), Cancel)).Order;

        Assert.Equal((OrderStatus.Shipped, 1500L, "InPost", "6200001", (Uri?)null), (order.Status, order.RefundMinor, order.Carrier, order.TrackingNumber, order.TrackingUrl));
        Assert.Equal(PaymentKind.Transfer, order.Payment);
        Assert.IsType<OrderLookup.NotFound>(await stand.Shop.FindOrderAsync("1002", OrderProof.Of("anna@example.com"), Cancel));
        Assert.Equal(OrderStatus.Unknown, Assert.IsType<OrderLookup.Found>(await stand.Shop.FindOrderAsync("1003", OrderProof.Of("anna@example.com"), Cancel)).Order.Status);
    }
}
