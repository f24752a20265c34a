namespace Warmline.Bot.Shop;

/// <summary>A part of an order that travels by itself.</summary>
internal sealed record Parcel
{
    /// <summary>Ids of the items in it. An item in several parcels is in each of them.</summary>
    public required IReadOnlyList<string> ItemIds { get; init; }

    public OrderStatus Status { get; init; } = OrderStatus.Shipped;

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Absolute http or https.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; init; }
}
