namespace Warmline.Bot.Shop.Returns;

/// <summary>Whether one item may come back, and why. A dialog makes sentences of it.</summary>
internal sealed record ItemDecision(OrderItem Item, ReturnVerdict Verdict, ReturnReason Reason)
{
    /// <summary>How many pieces may come back: those that were not asked back for yet.</summary>
    public int Quantity { get; init; }

    /// <summary>The last day to say that it comes back; null: there is none, or it is not known.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last day of the warranty, where it is known.</summary>
    public DateOnly? WarrantyUntil { get; init; }

    /// <summary>Days counted from here.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>The day is the customer's word, not the shop's record: say so to the team.</summary>
    public bool IsDayUnproven { get; init; }

    /// <summary>Allowed, if this is so: say it.</summary>
    public ReturnCondition Condition { get; init; }

    /// <summary>Who pays for the way back; null: told with the instructions.</summary>
    public PaidBy? ShippingPaidBy { get; init; }

    public bool MayStart => Verdict is ReturnVerdict.Allowed or ReturnVerdict.Warranty;
}

internal enum ReturnVerdict
{
    /// <summary>Yes, until <see cref="ItemDecision.LastDay"/>.</summary>
    Allowed,

    /// <summary>As a claim for a defect, until <see cref="ItemDecision.WarrantyUntil"/>. With a <see cref="ItemDecision.LastDay"/>
    /// it may as well simply be returned.</summary>
    Warranty,

    /// <summary>No: the last day is over.</summary>
    TooLate,

    /// <summary>No: such goods don't come back.</summary>
    Excluded,

    /// <summary>Not yet: it is still on its way. <see cref="ReturnReason.CanBeCancelled"/> says that cancelling is the way.</summary>
    NotDelivered,

    /// <summary>No: it was asked for, or it is over.</summary>
    Closed,

    /// <summary>The shop knows no day: ask the customer when it came, else a person looks.</summary>
    AskWhenDelivered,

    /// <summary>Only a person can say.</summary>
    Person,
}

/// <summary>Why, finer than the verdict.</summary>
internal enum ReturnReason
{
    WithinWindow,
    NoLastDay,
    WithinWarranty,

    /// <summary>A defect; how long the warranty lasts can't be counted, since no day is known.</summary>
    WarrantyDayUnknown,
    WindowOver,
    WarrantyOver,
    OpenedHygiene,
    Digital,
    MadeToOrder,
    OnSale,
    Category,
    Used,

    /// <summary>Not delivered, and not shipped either: the order can be cancelled.</summary>
    CanBeCancelled,
    OnItsWay,
    AlreadyRequested,
    OrderCancelled,
    AlreadyReturned,
    OrderLost,
    DayUnknown,

    /// <summary>The shop's system is in a state we don't know.</summary>
    StateUnknown,

    /// <summary>The rules don't allow it in this state.</summary>
    StateNotAllowed,
}

internal enum ReturnCondition
{
    None,

    /// <summary>If it is still sealed.</summary>
    Sealed,

    /// <summary>If it was not used, only tried.</summary>
    NotUsed,
}
