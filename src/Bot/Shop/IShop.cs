using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop;

/// <summary>Port: the shop's order system. The shop, not the bot, checks who owns an order.</summary>
/// <remarks>
/// Every call may throw <see cref="ShopUnavailableException"/>: the shop's system does not answer just now; say so, keep the question,
/// try again later. A write that throws it did certainly not happen. What a shop can't do at all is not called: see <see cref="Capabilities"/>.
/// </remarks>
internal interface IShop
{
    /// <summary>What this shop can do beside finding an order.</summary>
    ShopCapabilities Capabilities { get; }

    /// <summary>The rules of return, cancelling and changing.</summary>
    /// <exception cref="ShopUnavailableException">The rules can't be read just now.</exception>
    ReturnPolicy Policy { get; }

    /// <summary>
    /// The order, if the proof fits it. The number may be written any way a customer writes it.
    /// The caller shows <see cref="OrderLookup.NotFound"/> and <see cref="OrderLookup.NotTheOwner"/> alike and records which it was.
    /// </summary>
    Task<OrderLookup> FindOrderAsync(string orderNumber, OrderProof proof, CancellationToken cancellationToken);

    /// <summary>The last orders of a customer who was proven by the shop itself, newest first, at most <paramref name="most"/> (1 to 50).
    /// Needs <see cref="ShopCapabilities.RecentOrders"/>.</summary>
    Task<IReadOnlyList<Order>> RecentOrdersAsync(ShopCustomer customer, int most, CancellationToken cancellationToken);

    /// <summary>How the customer stands with the shop; null when the shop does not know them. Needs <see cref="ShopCapabilities.Standing"/>.
    /// For the team and the policy of handing over; not told to the customer.</summary>
    Task<CustomerStanding?> StandingAsync(ShopCustomer customer, CancellationToken cancellationToken);

    /// <summary>What the shop sells by these words, or by a product's id, best first, at most <paramref name="most"/> (1 to 50).
    /// Needs <see cref="ShopCapabilities.Products"/>.</summary>
    Task<IReadOnlyList<Product>> FindProductsAsync(string words, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Does what the customer said yes to. The shop checks proof and state once more. The same key again brings the same outcome and
    /// does nothing twice. Needs the capability of the write, see <see cref="OrderWrite.Needs"/>.
    /// </summary>
    /// <returns><see cref="WriteOutcome.Unknown"/> when the answer got lost: ask <see cref="FindWriteAsync"/> before saying anything.</returns>
    Task<WriteOutcome> WriteAsync(OrderWrite write, CancellationToken cancellationToken);

    /// <summary>What became of a write with this key; null when the shop never got it: then it may be sent again with the same key.</summary>
    Task<WriteOutcome.Done?> FindWriteAsync(OrderWrite write, CancellationToken cancellationToken);
}
