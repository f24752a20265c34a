namespace Warmline.Handoff.Promises;

/// <summary>When a customer would like to be called.</summary>
/// <param name="From">The beginning.</param>
/// <param name="To">The end, not included; the same as <paramref name="From"/> for one moment; null for "from then on, that day".</param>
public sealed record CallWish(DateTimeOffset From, DateTimeOffset? To);

/// <summary>Why a wish can't be met.</summary>
public enum WishFault
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It is over.</summary>
    Past,

    /// <summary>It is too soon to get ready.</summary>
    TooSoon,

    /// <summary>It is further ahead than calls are booked.</summary>
    TooFar,

    /// <summary>Outside of business hours.</summary>
    Closed,

    /// <summary>A holiday.</summary>
    Holiday,

    /// <summary>Every place is taken.</summary>
    Full,
}

/// <summary>What can be promised.</summary>
/// <param name="Fault">Why the wish itself can't be met; the slots are then the nearest ones.</param>
/// <param name="Slots">When free slots begin, in the shop's zone, in their order.</param>
/// <param name="IsExact">The wish leaves no choice: the one slot is what was asked for.</param>
public sealed record CallOffer(WishFault Fault, IReadOnlyList<DateTimeOffset> Slots, bool IsExact);

/// <summary>A call that was promised to a customer.</summary>
/// <param name="Reference">The short code people use.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When the slot begins, in the shop's zone.</param>
/// <param name="Phone">The number, in international form.</param>
/// <param name="Topic">What it is about, in the customer's words.</param>
/// <param name="WantsReminder">The customer is reminded in the chat.</param>
public sealed record PlannedCall(string Reference, CallbackState State, DateTimeOffset At, string Phone, string Topic, bool WantsReminder);
