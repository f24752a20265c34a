using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>Where money goes back to, and how long it is on its way once the shop has sent it.</summary>
internal sealed record RefundTimes
{
    public IReadOnlyList<RefundTo> To { get; init; } = [RefundTo.OriginalPayment];

    /// <summary>By the way it travels; what is not named takes <see cref="Otherwise"/>.</summary>
    public IReadOnlyDictionary<PaymentKind, RefundTime> ByPayment { get; init; } = new Dictionary<PaymentKind, RefundTime>();

    /// <summary>Null: no time is promised beyond <see cref="ReturnPolicy.RefundDays"/>.</summary>
    public RefundTime? Otherwise { get; init; }

    /// <summary>How long the money takes; null when nothing may be promised.</summary>
    public RefundTime? For(PaymentKind payment, RefundTo to) =>
        ByPayment.TryGetValue(to == RefundTo.GiftCard ? PaymentKind.GiftCard : payment, out var time) ? time : Otherwise;
}

/// <summary>From, to in days; 0 to 0 is at once.</summary>
internal sealed record RefundTime(int FromDays, int ToDays)
{
    /// <summary>Monday to Friday count, weekends don't.</summary>
    public bool BusinessDays { get; init; }

    public bool IsAtOnce => ToDays == 0;
}
