using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>An order as WooCommerce's REST interface (v3) shows it; only what is used. Amounts are text, dates GMT without a zone.</summary>
internal sealed record WooOrder
{
    public long Id { get; init; }

    public string Number { get; init; } = "";

    public string Status { get; init; } = "";

    public string Currency { get; init; } = "";

    public string? DateCreatedGmt { get; init; }

    public string? DateCompletedGmt { get; init; }

    public string? Total { get; init; }

    /// <summary>0 for guests.</summary>
    public long CustomerId { get; init; }

    public string? PaymentMethod { get; init; }

    public WooAddress? Billing { get; init; }

    public WooAddress? Shipping { get; init; }

    public IReadOnlyList<WooLine> LineItems { get; init; } = [];

    public IReadOnlyList<WooRefund>? Refunds { get; init; }

    public IReadOnlyList<WooMeta>? MetaData { get; init; }

    public WooMeta? Meta(string key) => key.Length == 0 ? null : MetaData?.LastOrDefault(meta => meta.Key == key);
}

internal sealed record WooAddress
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Company { get; init; }

    [JsonPropertyName("address_1")]
    public string? Address1 { get; init; }

    [JsonPropertyName("address_2")]
    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Postcode { get; init; }

    public string? Country { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string Name => $"{FirstName} {LastName}".Trim();
}

internal sealed record WooLine
{
    public long Id { get; init; }

    public string? Name { get; init; }

    public long ProductId { get; init; }

    public long VariationId { get; init; }

    public int Quantity { get; init; }

    public string? Total { get; init; }

    public string? TotalTax { get; init; }

    public IReadOnlyList<WooMeta>? MetaData { get; init; }
}

/// <summary>The total is negative.</summary>
internal sealed record WooRefund(long Id, string? Total);

/// <summary>The value is whatever a plugin put there.</summary>
internal sealed record WooMeta
{
    public string? Key { get; init; }

    public JsonElement Value { get; init; }

    public string? DisplayKey { get; init; }

    public JsonElement DisplayValue { get; init; }

    public string? Text => TextOf(Value);

    public string? DisplayText => TextOf(DisplayValue);

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
