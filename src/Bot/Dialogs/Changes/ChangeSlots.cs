using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>What every change of an order knows.</summary>
internal abstract record ChangeSlots : OrderTaskSlots
{
    /// <summary>Null until the order was looked at, and it may be changed.</summary>
    public OrderInView? View { get; init; }

    /// <summary>Yes was said to the summary as it is.</summary>
    public bool IsSure { get; init; }

    /// <summary>No was said to it: something is to be different.</summary>
    public bool IsDeclined { get; init; }

    /// <summary>Nothing is to be changed after all.</summary>
    public bool IsLeft { get; init; }
}

internal sealed record CancelSlots : ChangeSlots
{
    /// <summary>Null until the customer gave one, which not every shop needs.</summary>
    public CancelCause? Cause { get; init; }
}

internal sealed record AddressSlots : ChangeSlots
{
    public AddressDraft Draft { get; init; } = new();
}

/// <summary>What a summary shows of an order, kept while the customer thinks about it.</summary>
internal sealed record OrderInView(string Number, IReadOnlyList<string> Items)
{
    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public long? TotalMinor { get; init; }

    public string Currency { get; init; } = "";

    public PaymentKind Payment { get; init; }

    public RefundTime? Refund { get; init; }

    /// <summary>Reasons the shop accepts; none: any.</summary>
    public IReadOnlyList<CancelCause> Causes { get; init; } = [];

    /// <summary>Where it goes now.</summary>
    public PostalAddress? Address { get; init; }

    public static OrderInView Of(Talk talk, Order order, ChangeDecision decision) => new(order.Number, [.. order.Items.Select(item => Item(talk, item))])
    {
        TotalMinor = order.TotalMinor,
        Currency = order.Currency,
        Payment = order.Payment,
        Refund = decision.Refund,
        Causes = decision.Causes,
        Address = order.Address,
    };

    private static string Item(Talk talk, OrderItem item) => Replies.Say(
        "Order.Item", talk.Language, ("name", item.Name), ("options", item.Options), ("quantity", item.Quantity > 1 ? item.Quantity : null));
}
