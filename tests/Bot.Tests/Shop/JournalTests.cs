using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Tests.Shop.Contract;

namespace Warmline.Bot.Tests.Shop;

/// <summary>What the file shop did survives whatever happens to the process and to the orders file.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private static readonly OrderProof Anna = OrderProof.Of("anna@example.com");
    private readonly FileStand _stand = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stand.DisposeAsync();

    [Fact]
    public async Task Another_process_sees_what_was_done_and_does_not_do_it_again()
    {
        _stand.Put(new SampleOrder("1001"));
        var first = _stand.Fixture.Shop;
        var second = _stand.Fixture.NewShop();
        Assert.Equal(OrderStatus.Paid, (await FoundAsync(second)).Status);

        var done = Assert.IsType<WriteOutcome.Done>(await first.WriteAsync(Cancelling(), Cancel));

        Assert.Equal(OrderStatus.Cancelled, (await FoundAsync(second)).Status);
        Assert.Equal(done.Reference, Assert.IsType<WriteOutcome.Done>(await second.WriteAsync(Cancelling(), Cancel)).Reference);
        Assert.Single(await File.ReadAllLinesAsync(_stand.Fixture.Folder.JournalFile, Cancel));
    }

    [Fact]
    public async Task A_line_cut_short_by_a_crash_was_never_done()
    {
        _stand.Put(new SampleOrder("1001"), new SampleOrder("1002"));
        await _stand.Shop.WriteAsync(Cancelling(), Cancel);
        var whole = await File.ReadAllTextAsync(_stand.Fixture.Folder.JournalFile, Cancel);
        for (var cut = 1; cut < whole.Length; cut += 7)
        {
            await File.WriteAllTextAsync(_stand.Fixture.Folder.JournalFile, whole[..^cut], Cancel);
            var shop = _stand.Fixture.NewShop();

            Assert.Null(await shop.FindWriteAsync(Cancelling(), Cancel));
            Assert.IsType<WriteOutcome.Done>(await shop.WriteAsync(Cancelling(), Cancel));
            Assert.IsType<WriteOutcome.Done>(await _stand.Fixture.NewShop().WriteAsync(Cancelling() with { Key = "c2", OrderNumber = "1002" }, Cancel));
            Assert.Equal(2, (await File.ReadAllLinesAsync(_stand.Fixture.Folder.JournalFile, Cancel)).Length);
        }
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_one_write_and_with_many_keys_one_wins()
    {
        _stand.Put(new SampleOrder("1001"), new SampleOrder("1002"));
        var shops = Enumerable.Range(0, 4).Select(_ => _stand.Fixture.NewShop()).ToList();

        var same = await Task.WhenAll(shops.Select(shop => Task.Run(() => TryAsync(shop, Cancelling()), Cancel)));
        var different = await Task.WhenAll(shops.Select((shop, n) => Task.Run(() => TryAsync(shop, Cancelling() with { Key = $"k{n}", OrderNumber = "1002" }), Cancel)));

        Assert.Single(same.Select(outcome => Assert.IsType<WriteOutcome.Done>(outcome).Reference).Distinct());
        Assert.Single(different, outcome => outcome is WriteOutcome.Done);
        Assert.Equal(2, (await File.ReadAllLinesAsync(_stand.Fixture.Folder.JournalFile, Cancel)).Length);
    }

    [Fact]
    public async Task An_import_that_knows_more_is_right_and_one_that_knows_less_undoes_nothing()
    {
        _stand.Put(new SampleOrder("1001"), SampleOrder.Delivered("1002"));
        await _stand.Shop.WriteAsync(Cancelling(), Cancel);
        await _stand.Shop.WriteAsync(new StartReturn { Key = "r1", OrderNumber = "1002", Proof = Anna, Items = [new ReturnedItem("31", 2)] }, Cancel);

        await _stand.Fixture.ImportAsync("same.json", Import("Paid", "Delivered"));
        Assert.Equal(OrderStatus.Cancelled, (await FoundAsync(_stand.Shop)).Status);
        Assert.Single((await FoundAsync(_stand.Shop, "1002")).Requests);

        await _stand.Fixture.ImportAsync("later.json", Import("Shipped", "Refunded"));
        Assert.Equal(OrderStatus.Shipped, (await FoundAsync(_stand.Shop)).Status);
        Assert.Empty((await FoundAsync(_stand.Shop, "1002")).Requests);
    }

    [Fact]
    public async Task A_journal_that_can_not_be_read_closes_the_shop_instead_of_forgetting()
    {
        _stand.Put(new SampleOrder("1001"));
        await File.WriteAllTextAsync(_stand.Fixture.Folder.JournalFile, "{\"broken\": true}\nnot json\n", Cancel);

        await Assert.ThrowsAsync<ShopUnavailableException>(() => _stand.Fixture.NewShop().FindOrderAsync("1001", Anna, Cancel));
    }

    private static CancelOrder Cancelling() => new() { Key = "c1", OrderNumber = "1001", Proof = Anna };

    private static async Task<Order> FoundAsync(IShop shop, string number = "1001") =>
        Assert.IsType<OrderLookup.Found>(await shop.FindOrderAsync(number, Anna, Cancel)).Order;

    // Another process has the lock for a moment: the task that writes comes back, as it does with any shop that does not answer.
    private static async Task<WriteOutcome> TryAsync(FileShop shop, OrderWrite write)
    {
        while (true)
        {
            try
            {
                return await shop.WriteAsync(write, Cancel);
            }
            catch (ShopUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    private static string Import(string first, string second) => $"[{Order("1001", first)}, {Order("1002", second)}]";

    private static string Order(string number, string status) => $$"""
        {"orderNumber": "{{number}}", "email": "anna@example.com", "status": "{{status}}", "currency": "PLN", "items": [{"itemId": "31", "itemName": "Kubek", "quantity": 2, "unitPrice": 54}]}
        """;
}
