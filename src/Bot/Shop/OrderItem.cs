namespace Warmline.Bot.Shop;

/// <summary>One line of an order. <paramref name="Options"/> is the shop's own text, such as <c>colour: blue, size: M</c>.</summary>
internal sealed record OrderItem(string Name, int Quantity, string? Options, long UnitPriceMinor)
{
    /// <summary>Unique in the order.</summary>
    public string Id { get; init; } = "";

    public string? ProductId { get; init; }

    /// <summary>As in <see cref="Product.Id"/>.</summary>
    public string? VariantId { get; init; }

    /// <summary>The shop's name of the category; rules of return may speak of it.</summary>
    public string? Category { get; init; }

    public ItemTraits Traits { get; init; }
}

/// <summary>What makes an item special when it is to come back.</summary>
[Flags]
internal enum ItemTraits
{
    None = 0,
    OnSale = 1,

    /// <summary>Sealed for health or hygiene: can't come back once opened.</summary>
    Hygiene = 2,
    Digital = 4,
    MadeToOrder = 8,
}
