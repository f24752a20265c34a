namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>A product as the REST interface shows it.</summary>
internal sealed record WooProduct
{
    public long Id { get; init; }

    public string? Name { get; init; }

    public string? Permalink { get; init; }

    public string? Price { get; init; }

    public string? StockStatus { get; init; }

    public bool Virtual { get; init; }

    public bool Downloadable { get; init; }

    public IReadOnlyList<WooTerm> Categories { get; init; } = [];

    /// <summary>The first of them.</summary>
    public string? Category => Categories is [var first, ..] ? first.Name : null;

    public IReadOnlyList<WooTerm> Tags { get; init; } = [];

    /// <summary>Of a product with variants: theirs are asked for separately.</summary>
    public IReadOnlyList<long>? Variations { get; init; }
}

internal sealed record WooTerm(string? Name, string? Slug);

/// <summary>One variant of a product.</summary>
internal sealed record WooVariation
{
    public long Id { get; init; }

    public string? Permalink { get; init; }

    public string? Price { get; init; }

    public string? StockStatus { get; init; }

    public IReadOnlyList<WooAttribute> Attributes { get; init; } = [];
}

internal sealed record WooAttribute(string? Name, string? Option);

internal sealed record WooCustomer
{
    public long Id { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? DateCreatedGmt { get; init; }
}

internal sealed record WooNote(string? Note);

internal sealed record WooError(string? Code);
