namespace Warmline.Bot.Shop;

/// <summary>What a shop's system can do for the bot. Finding an order by number and proof it always can.</summary>
[Flags]
internal enum ShopCapabilities
{
    None = 0,

    /// <summary>The last orders of a customer with a signed identity.</summary>
    RecentOrders = 1,

    /// <summary>VIP, first order, lifetime orders and spending, past complaints.</summary>
    Standing = 2,

    /// <summary>What is sold, at which price, and whether there is any.</summary>
    Products = 4,

    StartReturn = 8,
    StartExchange = 16,
    Cancel = 32,
    ChangeAddress = 64,

    All = RecentOrders | Standing | Products | StartReturn | StartExchange | Cancel | ChangeAddress,
}
