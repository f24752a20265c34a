using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A shop of files that does what it is told, and never answers.</summary>
internal sealed class HungShop(FileShop shop) : IShop
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first write is in the journal.</summary>
    public Task Done => _done.Task;

    public ShopCapabilities Capabilities => shop.Capabilities;

    public ReturnPolicy Policy => shop.Policy;

    public Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken) =>
        shop.FindOrderAsync(orderNumber, proof, cancellationToken);

    public Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken) =>
        shop.RecentOrdersAsync(customer, most, cancellationToken);

    public Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken) => shop.StandingAsync(customer, cancellationToken);

    public Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken) =>
        shop.FindProductsAsync(words, most, cancellationToken);

    public async Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        await shop.WriteAsync(write, cancellationToken);
        _done.TrySetResult();
        await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        return new WriteOutcome.Unknown();
    }

    public Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken) => shop.FindWriteAsync(write, cancellationToken);
}
