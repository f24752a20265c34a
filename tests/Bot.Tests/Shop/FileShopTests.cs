using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

public sealed class FileShopTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_changed_file_is_noticed_within_a_second()
    {
        _shop.WriteOrders($"[{Samples.Json(status: "Packed")}]");
        Assert.Equal(OrderStatus.Packed, (await _shop.FoundAsync("W100", "jan@example.com")).Status);

        _shop.WriteOrders($"[{Samples.Json(status: "Delivered")}]");
        Assert.Equal(OrderStatus.Packed, (await _shop.FoundAsync("W100", "jan@example.com")).Status);
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(OrderStatus.Delivered, (await _shop.FoundAsync("W100", "jan@example.com")).Status);
    }

    [Theory]
    [InlineData("[{\"orderNumber\": \"#W1")]
    [InlineData("")]
    [InlineData("[{\"orderNumber\": \"#W100\"}]")]
    public async Task A_half_written_file_leaves_the_last_good_orders_in_use(string broken)
    {
        _shop.WriteOrders($"[{Samples.Json()}]");
        await _shop.FoundAsync("W100", "jan@example.com");

        _shop.WriteOrders(broken);
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await _shop.FoundAsync("W100", "jan@example.com");

        _shop.WriteOrders($"[{Samples.Json(status: "Returned")}]");
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(OrderStatus.Returned, (await _shop.FoundAsync("W100", "jan@example.com")).Status);
    }

    [Fact]
    public async Task A_file_that_vanishes_leaves_the_last_good_orders_in_use_and_never_brings_the_demo()
    {
        _shop.WriteOrders($"[{Samples.Json()}]");
        await _shop.FoundAsync("W100", "jan@example.com");

        File.Delete(_shop.Folder.OrdersFile);
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));

        await _shop.FoundAsync("W100", "jan@example.com");
        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("LL-2407", "anna.zielinska@example.com"));
    }

    [Fact]
    public async Task A_first_file_that_is_broken_makes_the_shop_unavailable_until_it_is_mended()
    {
        _shop.WriteOrders($"[{Samples.Json(email: "secret@@example.com")}]");

        var trouble = await Assert.ThrowsAsync<ShopUnavailableException>(() => _shop.FindAsync("W100", "jan@example.com"));
        Assert.IsType<InvalidDataException>(trouble.InnerException);
        Assert.DoesNotContain("secret", trouble.ToString(), StringComparison.Ordinal);
        Assert.Contains("$[0].email", trouble.ToString(), StringComparison.Ordinal);

        _shop.WriteOrders($"[{Samples.Json()}]");
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await _shop.FoundAsync("W100", "jan@example.com");
    }

    [Fact]
    public async Task Imported_orders_that_went_missing_make_the_shop_unavailable_not_a_demo()
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json()}]");
        File.Delete(_shop.Folder.OrdersFile);
        _shop.NewShop();

        var trouble = await Assert.ThrowsAsync<ShopUnavailableException>(() => _shop.FindAsync("LL-2407", "anna.zielinska@example.com"));
        Assert.IsType<FileNotFoundException>(trouble.InnerException);
    }

    [Fact]
    public async Task Customers_who_ask_while_the_orders_are_replaced_get_the_old_or_the_new_answer()
    {
        await _shop.ImportAsync("a.json", $"[{Samples.Json(status: "Packed")}]");
        var cancellation = TestContext.Current.CancellationToken;
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                for (var n = 0; n < 500; n++)
                {
                    var order = await _shop.FoundAsync("W100", "jan@example.com");
                    Assert.True(order.Status is OrderStatus.Packed or OrderStatus.Shipped);
                }
            },
            cancellation)).ToList();

        for (var n = 0; n < 20; n++)
        {
            Assert.Equal(0, await _shop.ImportAsync("b.json", $"[{Samples.Json(status: n % 2 == 0 ? "Shipped" : "Packed")}]"));
        }

        await Task.WhenAll(asking);
    }
}
