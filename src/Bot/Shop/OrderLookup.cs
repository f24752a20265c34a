namespace Warmline.Bot.Shop;

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
