using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>When something may be done with an order.</summary>
internal record OrderMoves
{
    /// <summary>The states it may be done in.</summary>
    public required IReadOnlyList<OrderStatus> From { get; init; }

    /// <summary>Not after items of the order were changed.</summary>
    public bool NotWhenModified { get; init; }

    /// <summary>One return or exchange for the whole order; what was asked for first is all.</summary>
    public bool OncePerOrder { get; init; }
}

internal sealed record CancelRules : OrderMoves
{
    /// <summary>Reasons the shop accepts; empty: any, none needed.</summary>
    public IReadOnlyList<CancelCause> Causes { get; init; } = [];
}
