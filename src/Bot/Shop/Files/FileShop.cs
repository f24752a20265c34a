using Warmline.Bot.Shop.Import;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Files;

/// <summary>The shop as files in the data folder, see README.md.
/// Shows the demo orders until orders are imported or the demo is removed.</summary>
internal sealed class FileShop(ShopFolder folder, ShopRules rules, ShopClock clock, ILogger<FileShop> logger) : IShop
{
    private readonly WatchedFile<OrderBook> _orders =
        new(folder.OrdersFile, OrderBook.ReadStored, () => Demo(folder, clock, logger), clock.Time, logger);

    private readonly WatchedFile<ProductShelf> _products =
        new(folder.ProductsFile, ProductShelf.Read, () => ProductShelf.Empty, clock.Time, logger);

    private readonly WriteJournal _journal = new(folder.JournalFile);

    public ShopCapabilities Capabilities =>
        File.Exists(folder.ProductsFile) ? ShopCapabilities.All : ShopCapabilities.All & ~ShopCapabilities.Products;

    public ReturnPolicy Policy => rules.Policy;

    /// <summary>The names of everything in the orders; the same list until the orders change.</summary>
    public IReadOnlyList<string> ProductNames
    {
        get
        {
            try
            {
                return _orders.Current.ProductNames;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // The dialog that needs the orders says so; here a name is merely not recognised.
                return [];
            }
        }
    }

    public Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Find(orderNumber, proof));
    }

    public Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<Order>>(
            [.. _orders.Current.Of(customer).OrderByDescending(order => order.PlacedAt).Take(Math.Clamp(most, 1, 50)).Select(_journal.Apply)]);
    }

    public Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<Order> orders = [.. _orders.Current.Of(customer).Select(_journal.Apply)];
        return Task.FromResult(orders.Count == 0 ? null : FileStanding.Of(orders));
    }

    public Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_products.Current.Find(words, Math.Clamp(most, 1, 50)));
    }

    public Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        WriteOutcome? outcome = null;
        _journal.Append(() =>
        {
            outcome = Decide(write, out var entry);
            return entry;
        });
        return Task.FromResult(outcome!);
    }

    public Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_journal.Find(write.Key) is { } entry ? Done(entry) : null);
    }

    private WriteOutcome Decide(OrderWrite write, out JournalEntry? entry)
    {
        entry = null;
        if (Find(write.OrderNumber, write.Proof) is not OrderLookup.Found { Order: var order })
        {
            return new WriteOutcome.Refused(WriteRefusal.NotFound);
        }

        if (_journal.Find(write.Key) is { } earlier)
        {
            return earlier.Write.GetType() == write.GetType() && OrderNumber.IsSame(earlier.Write.OrderNumber, write.OrderNumber)
                ? Done(earlier)
                : new WriteOutcome.Refused(WriteRefusal.KeyUsed);
        }

        if (WriteCheck.Of(order, write, Policy, clock.Day) is { } refusal)
        {
            return new WriteOutcome.Refused(refusal);
        }

        entry = new JournalEntry(write, WriteReference.Of(write), clock.UtcNow);
        return Done(entry);
    }

    private WriteOutcome.Done Done(JournalEntry entry) => new(entry.Reference)
    {
        SendBy = entry.Write is TakeBack && Policy.SendWithinDays is { } days ? clock.Day.DayOf(entry.At).AddDays(days) : null,
    };

    private OrderLookup Find(string orderNumber, OrderProof proof)
    {
        var found = _orders.Current.Find(orderNumber, proof);
        return found is OrderLookup.Found { Order: var order } ? new OrderLookup.Found(_journal.Apply(order)) : found;
    }

    private static OrderBook Demo(ShopFolder folder, ShopClock clock, ILogger logger)
    {
        // Invented orders must never stand in for real ones that went missing.
        if (File.Exists(folder.DemoRemovedMark))
        {
            throw new FileNotFoundException("The orders file is missing and the demo was removed.");
        }

        ShopLog.DemoShown(logger);
        return DemoShop.Orders(clock.Day.Today);
    }
}
