using System.Text.Json.Serialization;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>What is known of a return, an exchange, or a question whether there may be one.</summary>
internal sealed record ReturnSlots : OrderTaskSlots
{
    public const string Which = "which";
    public const string ItemsSlot = "items";
    public const string Quantity = "quantity";
    public const string Day = "day";
    public const string CauseSlot = "cause";
    public const string ConditionSlot = "condition";
    public const string WantedSlot = "wanted";
    public const string Variant = "variant";
    public const string Refund = "refund";
    public const string Start = "start";
    public const string Exception = "exception";
    public const string SureSlot = "sure";
    public const string Change = "change";

    public ReturnStage Stage { get; init; }

    /// <summary>What the customer is to be asked now; null: everything is known as far as anybody can see without the order.</summary>
    public string? Ask { get; init; }

    /// <summary>The line that began it; what was said from then on counts.</summary>
    public long Since { get; init; }

    /// <summary>The order's items by name, so that a line can name them; empty until the order is open.</summary>
    public IReadOnlyList<KnownItem> Known { get; init; } = [];

    public IReadOnlyList<ChosenItem> Items { get; init; } = [];

    /// <summary>Items among which the words did not decide.</summary>
    public IReadOnlyList<string> Maybe { get; init; } = [];

    public ReturnCause Cause { get; init; }

    /// <summary>Said, or the customer would rather not say.</summary>
    public bool IsCauseSaid { get; init; }

    public string? Words { get; init; }

    public ItemCondition Condition { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public bool IsDayUnknown { get; init; }

    public Resolution Wanted { get; init; }

    public RefundTo? RefundTo { get; init; }

    public IReadOnlyList<Instead> Instead { get; init; } = [];

    /// <summary>What can be chosen now, where the choice is not one of the bot's own words.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Items of which the customer heard that they can't come back.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>The customer wants to choose what is decided by itself otherwise.</summary>
    public bool AsksWanted { get; init; }

    public bool HasApologised { get; init; }

    public bool IsSure { get; init; }

    /// <summary>What may still be chosen.</summary>
    [JsonIgnore]
    public IEnumerable<KnownItem> Open => Known.Where(item => item.Left > 0 && !Refused.Contains(item.Id));

    /// <summary>The first item whose number of pieces, or whose substitute, is to be asked for.</summary>
    [JsonIgnore]
    public KnownItem? Counted => Known.FirstOrDefault(item => item.Left > 1 && Items.Any(chosen => chosen.Id == item.Id && chosen.Quantity is null));

    [JsonIgnore]
    public KnownItem? Unmatched => Known.FirstOrDefault(item => Items.Any(chosen => chosen.Id == item.Id) && Instead.All(instead => instead.ItemId != item.Id));

    /// <summary>Without the answer to that question, which will be asked again.</summary>
    public ReturnSlots Forgetting(string slot) => (this with { Ask = null, IsSure = false, Choices = [] }) switch
    {
        var left when slot == ItemsSlot => left with { Items = [], Maybe = [], Instead = [] },
        var left when slot == Quantity => left with { Items = [.. Items.Select(item => item with { Quantity = null })] },
        var left when slot == CauseSlot => left with { Cause = ReturnCause.Unsaid, IsCauseSaid = false, Words = null },
        var left when slot == ConditionSlot => left with { Condition = ItemCondition.Unknown },
        var left when slot == Day => left with { DeliveredOn = null, IsDayUnknown = false },
        var left when slot == WantedSlot => left with { Wanted = Resolution.Unsaid, AsksWanted = true, Instead = [], RefundTo = null },
        var left when slot == Variant => left with { Instead = [.. Instead.SkipLast(1)] },
        var left when slot == Refund => left with { RefundTo = null },
        var left when slot is Start or Exception => left with { Stage = ReturnStage.Asking },
        var left => left,
    };

    public string LabelOf(string itemId) => Known.First(item => item.Id == itemId).Label;

    public int QuantityOf(ChosenItem chosen) => Math.Clamp(chosen.Quantity ?? 1, 1, Math.Max(1, Known.First(item => item.Id == chosen.Id).Left));
}

internal enum ReturnStage
{
    /// <summary>May it come back?</summary>
    Asking,

    /// <summary>It shall.</summary>
    Starting,

    /// <summary>The rules say no, and a person is to say whether they are final.</summary>
    Excepting,

    /// <summary>The customer wants nothing of it.</summary>
    Over,
}

internal enum Resolution
{
    Unsaid,
    Money,
    Exchange,
    Repair,
}

/// <summary>An item as the customer may call it. <paramref name="Label"/> is unique in the order; <paramref name="Left"/> pieces may come back.</summary>
internal sealed record KnownItem(string Id, string Label, string Name, string? Options, string? VariantId, int Left);

internal sealed record ChosenItem(string Id, int? Quantity = null);

/// <summary>What is wanted for an item; a positive difference is to be paid, for one piece.</summary>
internal sealed record Instead(string ItemId, string? VariantId, string Wanted, long? DifferenceMinor = null);

internal sealed record Choice(string Label, string Id, long? DifferenceMinor = null);

/// <summary>How the dialog begins: with a question or a wish.</summary>
internal sealed record ReturnBegin(ReturnStage Stage);
