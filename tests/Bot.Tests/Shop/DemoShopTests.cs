using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

public sealed class DemoShopTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_demo_has_orders_in_every_state_and_only_example_addresses()
    {
        var orders = DemoShop.Orders(DateOnly.FromDateTime(_shop.Clock.GetUtcNow().UtcDateTime)).Orders.Values.ToList();

        Assert.True(orders.Count >= 24);
        Assert.Equal(Enum.GetValues<OrderStatus>().Where(s => s != OrderStatus.Unknown), orders.Select(o => o.Status).Distinct().Order());
        Assert.All(orders, o => Assert.EndsWith("@example.com", o.Email, StringComparison.Ordinal));
        Assert.True(orders.Select(o => o.Currency).Distinct().Count() >= 4);
    }

    [Fact]
    public async Task Demo_dates_are_counted_from_the_day_of_the_start()
    {
        var order = await _shop.FoundAsync("ll2477", "marta.lis@example.com");

        Assert.Equal(OrderStatus.OutForDelivery, order.Status);
        Assert.Equal(new DateOnly(2026, 11, 23), order.PromisedBy);
        Assert.Equal(new DateTime(2026, 11, 19, 14, 31, 0, DateTimeKind.Utc), order.PlacedAt);
        Assert.Equal(DateTimeKind.Utc, order.PlacedAt!.Value.Kind);
    }

    [Fact]
    public void Demo_dates_make_sense_for_their_state()
    {
        var today = DateOnly.FromDateTime(_shop.Clock.GetUtcNow().UtcDateTime);
        foreach (var order in DemoShop.Orders(DateOnly.FromDateTime(_shop.Clock.GetUtcNow().UtcDateTime)).Orders.Values)
        {
            Assert.True(order.PlacedAt < _shop.Clock.GetUtcNow().UtcDateTime, order.Number);
            Assert.True(order.DeliveredAt is null || order.DeliveredAt > order.PlacedAt, order.Number);
            Assert.Equal(order.Status is OrderStatus.Delivered or OrderStatus.Returned or OrderStatus.Refunded, order.DeliveredAt is not null);
            Assert.Equal(order.Status is OrderStatus.AtPickupPoint, order.PickupUntil >= today);
            Assert.Equal(order.Status is OrderStatus.Cancelled or OrderStatus.Refunded, order.RefundMinor > 0);
        }
    }

    [Fact]
    public async Task Removing_the_demo_leaves_an_empty_shop_for_good()
    {
        await _shop.FoundAsync("LL-2477", "marta.lis@example.com");

        Assert.Equal(0, await _shop.RunAsync("remove-demo"));

        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("LL-2477", "marta.lis@example.com"));
        _shop.NewShop();
        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("LL-2477", "marta.lis@example.com"));
    }

    [Fact]
    public async Task Removing_the_demo_leaves_imported_orders_alone()
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json()}]");

        Assert.Equal(0, await _shop.RunAsync("remove-demo"));
        Assert.Equal(0, await _shop.RunAsync("remove-demo"));

        await _shop.FoundAsync("W100", "jan@example.com");
    }

    [Fact]
    public async Task The_first_import_ends_the_demo()
    {
        await _shop.FoundAsync("LL-2477", "marta.lis@example.com");

        await _shop.ImportAsync("orders.json", $"[{Samples.Json()}]");

        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("LL-2477", "marta.lis@example.com"));
    }

    [Fact]
    public async Task The_demo_orders_listed_in_the_readme_exist()
    {
        var readme = await File.ReadAllLinesAsync(ShopFixture.Readme, TestContext.Current.CancellationToken);
        var listed = readme.Where(line => line.Contains("| `LL-", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();

        Assert.Equal(Enum.GetValues<OrderStatus>().Length - 1, listed.Count);
        foreach (var cells in listed)
        {
            var order = await _shop.FoundAsync(cells[2].Trim('`'), cells[3].Trim('`'));
            Assert.Equal(cells[1], order.Status.ToString());
        }
    }
}
