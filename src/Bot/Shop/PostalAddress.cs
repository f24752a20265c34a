namespace Warmline.Bot.Shop;

/// <summary>Where an order goes.</summary>
internal sealed record PostalAddress(string Street, string City)
{
    /// <summary>Flat, company, entrance: what does not fit the street's line.</summary>
    public string? More { get; init; }

    public string? PostCode { get; init; }

    public string? Region { get; init; }

    /// <summary>ISO 3166 alpha-2, such as <c>PL</c>.</summary>
    public string? Country { get; init; }

    /// <summary>Who receives the parcel, when it is not the customer.</summary>
    public string? Recipient { get; init; }
}
