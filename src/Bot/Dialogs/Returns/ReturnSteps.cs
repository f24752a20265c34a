using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>What a return needs next. Each step looks at what is known; the first that lacks something says what to ask.</summary>
internal static class ReturnSteps
{
    /// <summary>Which items, and how many pieces of them.</summary>
    public static ReturnSlots Items(ReturnSlots slots)
    {
        var open = slots.Open.ToList();
        var chosen = slots.Items.Count > 0 || slots.Maybe.Count > 0 || open.Count != 1 ? slots : slots with { Items = [new ChosenItem(open[0].Id)] };
        return chosen.Items.Count == 0 || chosen.Maybe.Count > 0 ? chosen with { Ask = ReturnSlots.ItemsSlot }
            : chosen.Counted is not null ? chosen with { Ask = ReturnSlots.Quantity }
            : chosen;
    }

    /// <summary>Why, and what only the customer can know.</summary>
    public static ReturnSlots Circumstances(ReturnSlots slots, IReadOnlyList<ItemDecision> decisions) =>
        !slots.IsCauseSaid ? slots with { Ask = ReturnSlots.CauseSlot } : Unknown(slots, decisions);

    /// <summary>The day it came, and whether it is still sealed: only where the rules hang on it.</summary>
    public static ReturnSlots Unknown(ReturnSlots slots, IReadOnlyList<ItemDecision> decisions) =>
        !slots.IsDayUnknown && decisions.Any(decision => decision.Verdict == ReturnVerdict.AskWhenDelivered) ? slots with { Ask = ReturnSlots.Day }
        : slots.Condition == ItemCondition.Unknown && decisions.Any(decision => decision.Condition == ReturnCondition.Sealed)
            ? slots with { Ask = ReturnSlots.ConditionSlot, Choices = [.. decisions.Where(decision => decision.Condition == ReturnCondition.Sealed).Select(decision => new Choice(slots.LabelOf(decision.Item.Id), decision.Item.Id))] }
            : slots;

    /// <summary>Money, another or the same again. Where nothing speaks for another, money.</summary>
    public static ReturnSlots Wish(ReturnSlots slots, bool canExchange)
    {
        var asks = canExchange && (slots.AsksWanted || slots.Cause.IsSellersFault() || slots.Cause == ReturnCause.DoesNotFit);
        return slots.Wanted != Resolution.Unsaid ? slots
            : asks ? slots with { Ask = ReturnSlots.WantedSlot }
            : slots with { Wanted = Resolution.Money };
    }

    /// <summary>Where the money goes, when the shop leaves a choice.</summary>
    public static ReturnSlots Refund(ReturnSlots slots, Order order, ReturnPolicy policy) => slots switch
    {
        { Wanted: not Resolution.Money } => slots,
        { RefundTo: { } to } when policy.Refunds.To.Contains(to) => slots,
        _ when policy.Refunds.To.Count == 1 || order.Payment == PaymentKind.GiftCard => slots with { RefundTo = RefundTo.OriginalPayment },
        _ => slots with { Ask = ReturnSlots.Refund },
    };
}
