using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.Writes;

/// <summary>
/// Something a customer said yes to. <see cref="Key"/> makes it happen once: of the task that does it, the same at every try.
/// Read and written as JSON, so that a task can carry it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "write")]
[JsonDerivedType(typeof(StartReturn), "return")]
[JsonDerivedType(typeof(StartExchange), "exchange")]
[JsonDerivedType(typeof(CancelOrder), "cancel")]
[JsonDerivedType(typeof(ChangeAddress), "address")]
internal abstract record OrderWrite
{
    /// <summary>1 to 100 characters.</summary>
    public required string Key { get; init; }

    public required string OrderNumber { get; init; }

    public required OrderProof Proof { get; init; }

    [JsonIgnore]
    public ShopCapabilities Needs => this switch
    {
        StartReturn => ShopCapabilities.StartReturn,
        StartExchange => ShopCapabilities.StartExchange,
        CancelOrder => ShopCapabilities.Cancel,
        ChangeAddress => ShopCapabilities.ChangeAddress,
        _ => throw new InvalidOperationException($"{GetType().Name} is no write."),
    };
}

/// <summary>Goods shall come back.</summary>
internal abstract record TakeBack : OrderWrite
{
    public ReturnCause Cause { get; init; }

    /// <summary>What the customer wrote about it; at most 2,000 characters are kept.</summary>
    public string? Words { get; init; }

    /// <summary>Links under which the team sees the customer's pictures.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>When the goods came, as the customer says; used only where the shop does not know.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>What comes back.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReturnedItem> Back => this switch
    {
        StartReturn back => back.Items,
        StartExchange exchange => [.. exchange.Items.Select(item => new ReturnedItem(item.ItemId, item.Quantity, item.Condition))],
        _ => [],
    };
}

/// <summary>Items shall come back for money.</summary>
internal sealed record StartReturn : TakeBack
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<ReturnedItem> Items { get; init; }

    public RefundTo RefundTo { get; init; }
}

/// <summary>Items shall come back for others.</summary>
internal sealed record StartExchange : TakeBack
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<ExchangedItem> Items { get; init; }
}

internal sealed record CancelOrder : OrderWrite
{
    public CancelCause Cause { get; init; }
}

internal sealed record ChangeAddress : OrderWrite
{
    public required PostalAddress Address { get; init; }
}

internal sealed record ReturnedItem(string ItemId, int Quantity, ItemCondition Condition = ItemCondition.Unknown);

/// <summary><paramref name="VariantId"/> is the <see cref="Product.Id"/> wanted instead, when the shop's products are known;
/// <paramref name="Wanted"/> is the wish in the customer's words.</summary>
internal sealed record ExchangedItem(string ItemId, int Quantity, string? VariantId, string? Wanted, ItemCondition Condition = ItemCondition.Unknown);
