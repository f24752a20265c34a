using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>What a scripted customer came for.</summary>
internal enum Goal
{
    Status,
    Return,
    Exchange,
    Cancel,
    Address,
}

/// <summary>How they go about it.</summary>
internal enum Manner
{
    /// <summary>Answers what is asked.</summary>
    Cooperative,

    /// <summary>Tells things in pieces and out of order, with something else between.</summary>
    Scattered,

    /// <summary>Gives something wrong first, and corrects it.</summary>
    Mistaken,

    /// <summary>Says everything in one line, and is short with the bot.</summary>
    Impatient,
}

/// <summary>What a mistaken customer gets wrong.</summary>
internal enum Slip
{
    None,

    /// <summary>A number that no order has.</summary>
    Typo,

    /// <summary>The number of somebody else's order, with their own e-mail address.</summary>
    StrangersOrder,

    /// <summary>An address that is not theirs.</summary>
    WrongEmail,

    /// <summary>Another order, item or post code of their own, which they notice when it is shown back.</summary>
    NoticedLater,
}

/// <summary>Why an order is cancelled or an item comes back: the last part of a phrase's key.</summary>
internal enum Cause
{
    None,
    ChangedMind,
    NoLongerNeeded,
    ByMistake,
    DoesNotFit,
    Damaged,

    /// <summary>No reason for which this shop cancels.</summary>
    Cheaper,
}

/// <summary>One dialogue to be played: who, what for, how, and about which order.</summary>
internal sealed record Script(int Number, string Language, Goal Goal, Manner Manner, Tau2Order Order)
{
    /// <summary>The shop's rules let it happen; else the right end is an honest no.</summary>
    public bool IsAllowed { get; init; } = true;

    public Slip Slip { get; init; }

    public Hand Hand { get; init; }

    public Cause Cause { get; init; }

    /// <summary>What comes back; null: everything, or nothing of this goal.</summary>
    public Tau2Item? Item { get; init; }

    /// <summary>Said first by mistake, from the same order.</summary>
    public Tau2Item? WrongItem { get; init; }

    /// <summary>Named first by mistake: the customer's own, or a stranger's.</summary>
    public Tau2Order? WrongOrder { get; init; }

    public bool ToGiftCard => Number % 2 == 1;

    public override string ToString() =>
        $"#{Number} {Language} {Goal} {Manner} {Order.Number} ({Order.Status}){(IsAllowed ? "" : " not allowed")} {(Slip == Slip.None ? "" : Slip)} {(Cause == Cause.None ? "" : Cause)}";
}
