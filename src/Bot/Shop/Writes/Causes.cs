namespace Warmline.Bot.Shop.Writes;

/// <summary>Why something comes back.</summary>
internal enum ReturnCause
{
    Unsaid,
    ChangedMind,
    DoesNotFit,
    NotAsDescribed,
    WrongItem,
    Damaged,
    Defective,
    TooLate,
}

/// <summary>Why an order is cancelled.</summary>
internal enum CancelCause
{
    Unsaid,
    NoLongerNeeded,
    OrderedByMistake,
    TooSlow,
    CheaperElsewhere,
    Other,
}

/// <summary>Where the money of a return goes.</summary>
internal enum RefundTo
{
    OriginalPayment,
    GiftCard,
}

/// <summary>How an item is now, as the customer says.</summary>
internal enum ItemCondition
{
    Unknown,

    /// <summary>In its sealed packaging.</summary>
    Sealed,

    /// <summary>Unpacked and tried, as in a shop.</summary>
    Opened,

    /// <summary>Worn, washed, used up: more than trying.</summary>
    Used,
}

internal static class ReturnCauses
{
    /// <summary>Not a change of mind: the goods were not as they had to be.</summary>
    public static bool IsSellersFault(this ReturnCause cause) =>
        cause is ReturnCause.NotAsDescribed or ReturnCause.WrongItem or ReturnCause.Damaged or ReturnCause.Defective;
}
