namespace Warmline.Bot.Shop;

internal enum Availability
{
    Unknown,
    InStock,
    OnBackorder,
    OutOfStock,
}

/// <summary>One thing that can be bought: a product in one of its variants.</summary>
internal sealed record Product
{
    /// <summary>The variant's own id, as in <see cref="OrderItem.VariantId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The same for all variants of a product.</summary>
    public required string ProductId { get; init; }

    public required string Name { get; init; }

    /// <summary>The shop's own text, such as <c>colour: blue, size: M</c>.</summary>
    public string? Options { get; init; }

    public string? Category { get; init; }

    public long? PriceMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public Availability Availability { get; init; }

    /// <summary>Absolute http or https.</summary>
    public Uri? Url { get; init; }
}
