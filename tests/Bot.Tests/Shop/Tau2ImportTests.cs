using Warmline.Bot.Shop;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Shop;

public sealed class Tau2ImportTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_thousand_orders_nobody_here_wrote_are_imported_and_shown_to_their_owners_only()
    {
        var tau2 = Tau2Shop.Load();
        if (tau2 is null)
        {
            Assert.Skip("The τ²-bench data is not beside the repository.");
        }

        var file = _shop.WriteFile("tau2.json", "");
        tau2.WriteImportFile(file);

        Assert.Equal(0, await _shop.RunAsync("import", file));
        Assert.Empty(_shop.Errors);
        Assert.StartsWith("Imported: 1000 orders, ", _shop.Output, StringComparison.Ordinal);
        foreach (var expected in tau2.Orders)
        {
            Check(expected, await _shop.FoundAsync(expected.Number, expected.Email));
            var other = tau2.Orders.First(o => o.Email != expected.Email);
            Assert.IsType<OrderLookup.NotTheOwner>(await _shop.FindAsync(expected.Number, other.Email));
        }
    }

    private static void Check(Tau2Order expected, Order order)
    {
        var status = expected.Status switch
        {
            "pending" => OrderStatus.Placed,
            "processed" => OrderStatus.Packed,
            "delivered" => OrderStatus.Delivered,
            "cancelled" => OrderStatus.Cancelled,
            var unknown => throw new InvalidOperationException(unknown),
        };
        Assert.Equal((expected.Number, status, expected.CustomerName), (order.Number, order.Status, order.CustomerName));
        Assert.Equal(expected.Items.Select(i => (i.Name, i.Options, i.Price)), order.Items.Select(i => (i.Name, i.Options!, i.UnitPriceMinor / 100m)));
        Assert.Equal(expected.TrackingNumber, order.TrackingNumber);
        Assert.Equal(expected.Refund, order.RefundMinor / 100m);
        Assert.Null(order.PlacedAt);
    }
}
