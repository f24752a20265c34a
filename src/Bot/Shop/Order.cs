namespace Warmline.Bot.Shop;

/// <summary>What the shop tells the owner of an order; nothing here is for anyone else's eyes. Everything but the required may be unknown.</summary>
internal sealed record Order
{
    /// <summary>As the shop writes it, <c>#W123</c>; compared through <see cref="OrderNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Empty when the shop has none: then it proves nothing.</summary>
    public required string Email { get; init; }

    public required OrderStatus Status { get; init; }

    /// <summary>The shop's own word when <see cref="Status"/> is <see cref="OrderStatus.Unknown"/>: for logs and the team, never shown to customers.</summary>
    public string? RawStatus { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>ISO 4217 code; <see cref="Currencies.MinorDigits"/> says how minor units become an amount.</summary>
    public required string Currency { get; init; }

    /// <summary>The shop's id of the customer, as in <see cref="ShopCustomer.Id"/>.</summary>
    public string? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public string? Phone { get; init; }

    public bool IsVip { get; init; }

    /// <summary>UTC. Unknown for shops that don't tell.</summary>
    public DateTime? PlacedAt { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Always an absolute http or https address.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>What is in which parcel; empty when the shop sends everything in one or does not tell.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];

    /// <summary>The day the shop named; only what is recorded here may be promised.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>The new day, of an order that is late.</summary>
    public DateOnly? ExpectedBy { get; init; }

    /// <summary>Why it is late, in the shop's own words and language.</summary>
    public string? DelayReason { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; init; }

    /// <summary>Who took the parcel, or where it was left, in the carrier's words.</summary>
    public string? DeliveredTo { get; init; }

    public string? PickupPoint { get; init; }

    /// <summary>The last day the parcel waits at the pickup point.</summary>
    public DateOnly? PickupUntil { get; init; }

    public PostalAddress? Address { get; init; }

    public PaymentKind Payment { get; init; }

    /// <summary>What the whole order cost, delivery included, in minor units; unknown when not told.</summary>
    public long? TotalMinor { get; init; }

    /// <summary>Money given back, in minor units.</summary>
    public long? RefundMinor { get; init; }

    /// <summary>The day by which the money is there.</summary>
    public DateOnly? RefundBy { get; init; }

    /// <summary>Items were changed after the order was placed; some shops then allow nothing more.</summary>
    public bool IsModified { get; init; }

    /// <summary>Returns and exchanges that were asked for, oldest first.</summary>
    public IReadOnlyList<OrderRequest> Requests { get; init; } = [];

    /// <summary>The day to name now: the new one, else the promised one.</summary>
    public DateOnly? ComesBy => ExpectedBy ?? PromisedBy;

    /// <summary>The promised day is over and the order is still on its way. <paramref name="today"/> in the shop's zone.</summary>
    public bool IsLate(DateOnly today) => PromisedBy < today && Status.IsUnderWay();
}
