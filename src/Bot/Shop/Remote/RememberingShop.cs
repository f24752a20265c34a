using Microsoft.Extensions.Caching.Memory;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Remote;

/// <summary>
/// A shop whose answers are believed for a short while, so that a turn of questions about one order is one question to the shop.
/// A write of this process forgets everything; other processes' writes are seen when the while is over.
/// </summary>
internal sealed class RememberingShop(IShop shop, ShopLimits limits, TimeProvider time) : IShop, IDisposable
{
    private const int MostRemembered = 2000;

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });
    private int _writes;

    public ShopCapabilities Capabilities => shop.Capabilities;

    public ReturnPolicy Policy => shop.Policy;

    /// <summary>Only what was found: a customer who mends a typo, or whose order is a minute old, asks anew.</summary>
    public Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken) => RememberAsync(
        ("order", OrderNumber.Normalise(orderNumber), proof),
        () => shop.FindOrderAsync(orderNumber, proof, cancellationToken),
        found => found is OrderLookup.Found);

    public Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken) =>
        RememberAsync(("recent", customer, most), () => shop.RecentOrdersAsync(customer, most, cancellationToken), _ => true);

    public Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken) =>
        RememberAsync(("standing", customer, 0), () => shop.StandingAsync(customer, cancellationToken), standing => standing is not null);

    public Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken) =>
        RememberAsync(("products", words, most), () => shop.FindProductsAsync(words, most, cancellationToken), _ => true);

    public async Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        try
        {
            return await shop.WriteAsync(write, cancellationToken);
        }
        finally
        {
            // After, so that what was read meanwhile is forgotten too.
            Interlocked.Increment(ref _writes);
        }
    }

    public async Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        var found = await shop.FindWriteAsync(write, cancellationToken);
        Interlocked.Increment(ref _writes);
        return found;
    }

    public void Dispose() => _known.Dispose();

    private async Task<T> RememberAsync<T>(object question, Func<Task<T>> ask, Func<T, bool> isWorthIt)
    {
        var key = (Volatile.Read(ref _writes), question);
        if (_known.TryGetValue(key, out Remembered<T>? known) && time.GetElapsedTime(known!.At) < limits.Remember)
        {
            return known.Answer;
        }

        var (asked, answer) = (time.GetTimestamp(), await ask());
        if (limits.Remember > TimeSpan.Zero && isWorthIt(answer))
        {
            _known.Set(key, new Remembered<T>(answer, asked), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = limits.Remember });
        }

        return answer;
    }

    private sealed record Remembered<T>(T Answer, long At);
}
