using Warmline.Bot.Shop.Remote;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>A shop on WooCommerce, through its REST interface v3.</summary>
internal sealed class WooShop : IShop
{
    private const int OrdersForStanding = 200;

    private readonly WooOrders _orders;
    private readonly WooProducts _products;
    private readonly WooMapping _mapping;
    private readonly WooWrites _writes;
    private readonly WooCustomers _customers;
    private readonly ShopRules _rules;
    private readonly ShopClock _clock;
    private readonly ILogger _logger;

    public WooShop(ShopWire wire, WooCommerceOptions options, ShopRules rules, ShopClock clock, ILogger<WooShop> logger)
    {
        (_rules, _clock, _logger) = (rules, clock, logger);
        (_orders, _products, _mapping) = (new WooOrders(wire), new WooProducts(wire, options), new WooMapping(options));
        (_writes, _customers) = (new WooWrites(wire, clock.Time, logger), new WooCustomers(wire, options));
    }

    public ShopCapabilities Capabilities => ShopCapabilities.All;

    public ReturnPolicy Policy => _rules.Policy;

    public async Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken)
    {
        var (_, lookup) = await FindAsync(orderNumber, proof, cancellationToken);
        return lookup;
    }

    public async Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken)
    {
        var (orders, _) = await _orders.OfAsync(customer, Math.Clamp(most, 1, 50), cancellationToken);
        return await MapAsync(orders, cancellationToken);
    }

    public async Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken)
    {
        var account = await _customers.FindAsync(customer, cancellationToken);
        var (orders, total) = await _orders.OfAsync(customer, OrdersForStanding, cancellationToken);
        return account is null && orders.Count == 0 ? null : new CustomerStanding
        {
            IsVip = _customers.IsVip(account),
            Orders = total,
            SpentMinor = orders.Select(order => _mapping.ToOrder(order, new Dictionary<long, WooProduct>()))
                .Where(order => order.Status is not (OrderStatus.Placed or OrderStatus.Cancelled or OrderStatus.Refunded or OrderStatus.Returned or OrderStatus.Unknown))
                .GroupBy(order => order.Currency, StringComparer.Ordinal)
                .ToDictionary(money => money.Key, money => money.Sum(order => (order.TotalMinor ?? 0) - (order.RefundMinor ?? 0)), StringComparer.Ordinal),
            Since = ShopText.Instant(account?.DateCreatedGmt) ?? ShopText.Instant(orders.LastOrDefault()?.DateCreatedGmt),
        };
    }

    public Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken) =>
        _products.FindAsync(words, Math.Clamp(most, 1, 50), cancellationToken);

    public async Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        var (order, lookup) = await FindAsync(write.OrderNumber, write.Proof, cancellationToken);
        if (order is null || lookup is not OrderLookup.Found { Order: var now })
        {
            return new WriteOutcome.Refused(WriteRefusal.NotFound);
        }

        if (WooWriteMeta.Find(order, write) is { } done)
        {
            return done.Kind == write.GetType().Name ? new WriteOutcome.Done(done.Reference) : new WriteOutcome.Refused(WriteRefusal.KeyUsed);
        }

        if (WriteCheck.Of(now, write, Policy, _clock.Day) is { } refusal)
        {
            return new WriteOutcome.Refused(refusal);
        }

        try
        {
            return await _writes.DoAsync(order, write, cancellationToken);
        }
        catch (AnswerLostException)
        {
            return new WriteOutcome.Unknown();
        }
    }

    public async Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken)
    {
        var order = await _orders.FindAsync(write.OrderNumber, cancellationToken);
        if (order is null || WooWriteMeta.Find(order, write) is not { } done || done.Kind != write.GetType().Name)
        {
            return null;
        }

        await _writes.NoteAsync(order, write, cancellationToken);
        return new WriteOutcome.Done(done.Reference);
    }

    private async Task<(WooOrder? Order, OrderLookup Lookup)> FindAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken)
    {
        if (await _orders.FindAsync(orderNumber, cancellationToken) is not { } order)
        {
            return (null, new OrderLookup.NotFound());
        }

        // The proof first: somebody else's order is worth no further question.
        if (!proof.Fits(_mapping.ToOrder(order, new Dictionary<long, WooProduct>())))
        {
            return (order, new OrderLookup.NotTheOwner());
        }

        return (order, new OrderLookup.Found((await MapAsync([order], cancellationToken))[0]));
    }

    private async Task<IReadOnlyList<Order>> MapAsync(List<WooOrder> orders, CancellationToken cancellationToken)
    {
        var products = await _products.OfAsync(orders, cancellationToken);
        return [.. orders.Select(order => ShopLog.Noted(_logger, _mapping.ToOrder(order, products)))];
    }
}
