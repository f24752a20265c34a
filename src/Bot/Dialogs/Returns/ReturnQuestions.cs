using System.Globalization;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Asks for what is missing, with buttons for the likeliest answers.</summary>
internal static class ReturnQuestions
{
    private const int MostPieces = 5;

    public static Task AskAsync(Talk talk, ReturnSlots slots, string slot, CancellationToken cancellationToken)
    {
        // A yes would now answer this, not an offer of before.
        talk.Memory.Offer = Offer.None;
        var (key, values) = Question(slots, slot);
        return talk.AskAsync(key, Buttons(talk, slots, slot), cancellationToken, values);
    }

    public static (string Key, (string Name, object? Value)[] Values) Unclear(ReturnSlots slots, string slot) => slot switch
    {
        ReturnSlots.ItemsSlot => ("Return.ItemsUnclear", [("items", Offered(slots).Select(item => item.Label))]),
        ReturnSlots.Quantity => ("Return.QuantityUnclear", [("most", slots.Counted?.Left ?? 1)]),
        ReturnSlots.Day => ("Return.DayUnclear", []),
        ReturnSlots.CauseSlot => ("Return.CauseUnclear", []),
        ReturnSlots.ConditionSlot => ("Return.ConditionUnclear", []),
        ReturnSlots.Variant => ("Return.VariantUnclear", [("choices", slots.Choices.Count > 0 ? slots.Choices.Select(choice => choice.Label) : null)]),
        ReturnSlots.WantedSlot or ReturnSlots.Refund or ReturnSlots.Which or ReturnSlots.Change => ("Return.ChooseOne", []),
        _ => ("YesOrNo", []),
    };

    private static (string Key, (string Name, object? Value)[] Values) Question(ReturnSlots slots, string slot) => slot switch
    {
        ReturnSlots.Which => ("Return.AskOrder", []),
        ReturnSlots.ItemsSlot => (slots.Maybe.Count > 0 ? "Return.AskWhichOf" : "Return.AskItems", [("order", slots.Orders[0].Number)]),
        ReturnSlots.Quantity => ("Return.AskQuantity", [("item", slots.Counted?.Label), ("most", slots.Counted?.Left)]),
        ReturnSlots.Day => ("Return.AskDay", []),
        ReturnSlots.CauseSlot => ("Return.AskCause", []),
        ReturnSlots.ConditionSlot => ("Return.AskCondition", [("items", slots.Choices.Count > 0 ? slots.Choices.Select(choice => choice.Label) : null)]),
        ReturnSlots.WantedSlot => ("Return.AskWanted", []),
        ReturnSlots.Variant => ("Return.AskVariant", [("item", slots.Unmatched?.Label)]),
        ReturnSlots.Refund => ("Return.AskRefund", []),
        ReturnSlots.Start => ("Return.OfferStart", []),
        ReturnSlots.Exception => ("Return.OfferException", []),
        ReturnSlots.Change => ("Return.AskChange", []),
        _ => throw new ArgumentException($"Nobody asks for \"{slot}\".", nameof(slot)),
    };

    public static IEnumerable<string> Buttons(Talk talk, ReturnSlots slots, string slot) => slot switch
    {
        ReturnSlots.Which or ReturnSlots.Variant => slots.Choices.Select(choice => choice.Label).Concat(slot == ReturnSlots.Variant && slots.Cause.IsSellersFault() ? [talk.Label("Return.SameAgain")] : []),
        ReturnSlots.ItemsSlot => Offered(slots).Select(item => item.Label).Concat(slots.Maybe.Count > 0 ? [] : [talk.Label("Return.Everything")]),
        ReturnSlots.Quantity => Enumerable.Range(1, Math.Min(slots.Counted?.Left ?? 1, MostPieces)).Select(number => PeopleFormat.Number(number, talk.Language)),
        ReturnSlots.Day => [talk.Label("Return.DontKnow")],
        ReturnSlots.CauseSlot => [.. ReturnAnswers.Causes.Select(cause => talk.Label($"Return.Cause.{cause}")), talk.Label("Return.NoReason")],
        ReturnSlots.ConditionSlot => ReturnAnswers.Conditions.Select(condition => talk.Label($"Return.Condition.{condition}")),
        ReturnSlots.WantedSlot => [talk.Label("Return.Wanted.Money"), talk.Label("Return.Wanted.Exchange"), .. slots.Cause.IsSellersFault() ? [talk.Label("Return.Wanted.Repair")] : Array.Empty<string>()],
        ReturnSlots.Refund => Enum.GetValues<RefundTo>().Select(to => talk.Label($"Return.To.{to}")),
        ReturnSlots.Change => [talk.Label("Return.Part.Items"), talk.Label("Return.Part.Cause"), talk.Label("Return.Part.Wanted"), talk.Label("Quick.Cancel")],
        ReturnSlots.Exception => [.. slots.Cause.IsSellersFault() ? Array.Empty<string>() : [talk.Label("Return.IsFaulty")], talk.Label("Quick.Yes"), talk.Label("Quick.No")],
        ReturnSlots.SureSlot => [talk.Label("Quick.Yes"), talk.Label("Quick.No"), talk.Label("Quick.Cancel")],
        _ => [talk.Label("Quick.Yes"), talk.Label("Quick.No")],
    };

    private static IEnumerable<KnownItem> Offered(ReturnSlots slots) => slots.Maybe.Count > 0
        ? slots.Known.Where(item => slots.Maybe.Contains(item.Id))
        : slots.Open;
}
