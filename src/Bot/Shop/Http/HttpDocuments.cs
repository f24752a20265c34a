namespace Warmline.Bot.Shop.Http;

/// <summary>An order as the contract says it, see <c>shop-openapi.yaml</c>.</summary>
internal sealed record HttpOrder
{
    public required string Number { get; init; }

    public required string Status { get; init; }

    public required string Currency { get; init; }

    public required IReadOnlyList<HttpItem> Items { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? CustomerId { get; init; }

    public string? CustomerName { get; init; }

    public string? PlacedAt { get; init; }

    public string? PromisedBy { get; init; }

    public string? ExpectedBy { get; init; }

    public string? DelayReason { get; init; }

    public string? DeliveredAt { get; init; }

    public string? DeliveredTo { get; init; }

    public string? PickupPoint { get; init; }

    public string? PickupUntil { get; init; }

    public HttpAddress? Address { get; init; }

    public string? Payment { get; init; }

    public decimal? Total { get; init; }

    public decimal? Refund { get; init; }

    public string? RefundBy { get; init; }

    public bool Modified { get; init; }

    public IReadOnlyList<HttpParcel>? Parcels { get; init; }

    public IReadOnlyList<HttpRequest>? Requests { get; init; }
}

internal sealed record HttpItem
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required decimal UnitPrice { get; init; }

    public int Quantity { get; init; } = 1;

    public string? Options { get; init; }

    public string? ProductId { get; init; }

    public string? VariantId { get; init; }

    public string? Category { get; init; }

    public IReadOnlyList<string>? Traits { get; init; }
}

internal sealed record HttpParcel
{
    public IReadOnlyList<string>? ItemIds { get; init; }

    public string? Status { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    public string? TrackingUrl { get; init; }

    public string? DeliveredAt { get; init; }
}

internal sealed record HttpAddress
{
    public string? Street { get; init; }

    public string? More { get; init; }

    public string? PostCode { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? Country { get; init; }

    public string? Recipient { get; init; }
}

/// <summary><c>return</c> or <c>exchange</c>.</summary>
internal sealed record HttpRequest(string Kind, string Reference, IReadOnlyList<RequestedItem>? Items, string? At);

internal sealed record HttpOrderPage(IReadOnlyList<HttpOrder> Orders, int? NextPage);

internal sealed record HttpMoney(decimal Amount, string Currency);

internal sealed record HttpStanding(int Orders, bool Vip, IReadOnlyList<HttpMoney>? Spent, int? PastComplaints, string? Since);

internal sealed record HttpProducts(IReadOnlyList<HttpProduct> Products);

internal sealed record HttpProduct
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Currency { get; init; }

    public string? ProductId { get; init; }

    public string? Options { get; init; }

    public string? Category { get; init; }

    public decimal? Price { get; init; }

    public string? Availability { get; init; }

    public string? Url { get; init; }
}

/// <summary><c>done</c> with a reference, or <c>refused</c> with why.</summary>
internal sealed record HttpOutcome(string Outcome, string? Reference, string? Why, string? Instructions, string? Label, string? SendBy);

/// <summary>Why there is no answer: <c>not_found</c>, <c>not_the_owner</c>, <c>key_used</c>.</summary>
internal sealed record HttpError(string? Code);
