namespace Warmline.Bot.Shop;

/// <summary>Port: the shop's order system. The shop, not the bot, checks who owns an order.</summary>
internal interface IShop
{
    /// <summary>What a customer is told about returns.</summary>
    /// <exception cref="ShopUnavailableException">The rules can't be read just now.</exception>
    ReturnPolicy Policy { get; }

    /// <summary>
    /// The order, if the e-mail address is its owner's. The number may be written any way a customer writes it.
    /// The caller shows <see cref="OrderLookup.NotFound"/> and <see cref="OrderLookup.NotTheOwner"/> alike and records which it was.
    /// </summary>
    /// <exception cref="ShopUnavailableException">Orders can't be read just now; say so and try again later.</exception>
    Task<OrderLookup> FindOrderAsync(string orderNumber, string email, CancellationToken cancellationToken);
}

/// <summary>Found, not found, or somebody else's.</summary>
internal abstract record OrderLookup
{
    private OrderLookup()
    {
    }

    public sealed record Found(Order Order) : OrderLookup;

    public sealed record NotFound : OrderLookup;

    public sealed record NotTheOwner : OrderLookup;
}

/// <summary>The shop's data can't be read just now. The message is for logs and carries no customer's data.</summary>
internal sealed class ShopUnavailableException(string message, Exception inner) : Exception(message, inner);
