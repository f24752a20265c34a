using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>May this item come back? With what the customer said about it.</summary>
internal sealed record ReturnQuestion(string ItemId)
{
    public ItemCondition Condition { get; init; }

    /// <summary>It is broken, or not what was bought: the seller's duty, not a change of mind.</summary>
    public bool IsDefective { get; init; }

    /// <summary>When it came, as the customer says; used only where the shop does not know.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>For another, not for money.</summary>
    public bool IsExchange { get; init; }
}
