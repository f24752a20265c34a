using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>May the order still be cancelled, or go elsewhere? <see cref="Hindrance"/> is null when it may.</summary>
internal sealed record ChangeDecision(ChangeHindrance? Hindrance)
{
    /// <summary>Reasons the shop accepts; empty: any, and none needed.</summary>
    public IReadOnlyList<CancelCause> Causes { get; init; } = [];

    /// <summary>How long the money takes back, where something was paid and a time may be promised.</summary>
    public RefundTime? Refund { get; init; }

    public bool IsAllowed => Hindrance is null;

    public static ChangeDecision ToCancel(Order order, ReturnPolicy policy) => new(Of(order, policy.Cancel))
    {
        Causes = policy.Cancel.Causes,
        Refund = policy.Refunds.For(order.Payment, RefundTo.OriginalPayment),
    };

    /// <summary>With a reason: it must be one the shop accepts.</summary>
    public static ChangeDecision ToCancel(Order order, CancelCause cause, ReturnPolicy policy) =>
        ToCancel(order, policy) is { IsAllowed: true, Causes.Count: > 0 } decision && !decision.Causes.Contains(cause)
            ? decision with { Hindrance = ChangeHindrance.CauseNotAccepted }
            : ToCancel(order, policy);

    public static ChangeDecision ToChangeAddress(Order order, ReturnPolicy policy) => new(Of(order, policy.ChangeAddress));

    private static ChangeHindrance? Of(Order order, OrderMoves moves) =>
        moves.From.Contains(order.Status)
            ? order.IsModified && moves.NotWhenModified ? ChangeHindrance.WasModified : null
            : order.Status switch
            {
                OrderStatus.Unknown => ChangeHindrance.StateUnknown,
                OrderStatus.Cancelled => ChangeHindrance.IsCancelled,
                OrderStatus.Delivered or OrderStatus.Returned or OrderStatus.Refunded => ChangeHindrance.IsDelivered,
                OrderStatus.Placed or OrderStatus.Paid or OrderStatus.Packed => ChangeHindrance.InPreparation,
                _ => ChangeHindrance.IsShipped,
            };
}

internal enum ChangeHindrance
{
    /// <summary>Not shipped, but too far on its way through the house.</summary>
    InPreparation,
    IsShipped,
    IsDelivered,
    IsCancelled,

    /// <summary>Items were changed before; nothing more can be.</summary>
    WasModified,
    CauseNotAccepted,

    /// <summary>Only a person can say.</summary>
    StateUnknown,
}
