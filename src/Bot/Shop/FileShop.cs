using Warmline.Bot.Shop.Import;

namespace Warmline.Bot.Shop;

/// <summary>The shop as files in the data folder, see README.md here.
/// Shows the demo orders until orders are imported or the demo is removed.</summary>
internal sealed class FileShop(ShopFolder folder, TimeProvider time, ILogger<FileShop> logger) : IShop
{
    private readonly WatchedFile<OrderBook> _orders =
        new(folder.OrdersFile, OrderBook.ReadStored, () => Demo(folder, time, logger), time, logger);

    private readonly WatchedFile<ReturnPolicy> _returns =
        new(folder.ReturnsFile, ReturnPolicy.Parse, DemoShop.Returns, time, logger);

    public ReturnPolicy Policy => _returns.Current;

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

    public Task<OrderLookup> FindOrderAsync(string orderNumber, string email, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_orders.Current.Find(orderNumber, email));
    }

    private static OrderBook Demo(ShopFolder folder, TimeProvider time, ILogger logger)
    {
        // Invented orders must never stand in for real ones that went missing.
        if (File.Exists(folder.DemoRemovedMark))
        {
            throw new FileNotFoundException("The orders file is missing and the demo was removed.");
        }

        ShopLog.DemoShown(logger);
        return DemoShop.Orders(time.GetUtcNow().UtcDateTime);
    }
}
