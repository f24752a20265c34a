using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Sends an order elsewhere that has not left: reads the address out of free words, asks for what is missing, shows it back, and wants a yes.</summary>
internal sealed class ChangeAddressDialog(IShop shop, OrderAccess access, Attempts attempts)
    : ChangeTask<AddressSlots, ChangeAddress>(DialogId, shop, access, attempts)
{
    public const string DialogId = "change_address";

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["Change.Part.Street"] = AddressAnswers.Street,
        ["Change.Part.PostCode"] = AddressAnswers.PostCode,
        ["Change.Part.City"] = AddressAnswers.City,
    };

    protected override string WriteName => "Address";

    protected override ChangeDecision Decide(Order order, AddressSlots slots, ReturnPolicy policy) => ChangeDecision.ToChangeAddress(order, policy);

    protected override string? MissingOfChange(AddressSlots slots) => AddressAnswers.Missing(slots.Draft, slots.View!.Address);

    protected override AddressSlots? TakeOfChange(Talk talk, AddressSlots slots, string? asked)
    {
        var pressed = asked == Instead
            ? Parts.Where(part => string.Equals(talk.Words.Trim(), talk.Label(part.Key), StringComparison.OrdinalIgnoreCase)).Select(part => part.Value).FirstOrDefault()
            : null;
        return pressed is not null ? slots with { Draft = AddressAnswers.Without(slots.Draft, pressed) }
            : AddressAnswers.Take(talk, slots.Draft, asked) is { } draft ? slots with { Draft = draft }
            : null;
    }

    // "101000" is a post code where one may be said.
    protected override bool MayBeNumber(string? asked) => asked is not (null or Which);

    protected override ChangeAddress Write(AddressSlots slots, Order order, OrderProof proof) => new()
    {
        Key = ShopWrites.NoKey,
        OrderNumber = order.Number,
        Proof = proof,
        Address = slots.Draft.ToAddress(order.Address),
    };

    protected override Task AskAsync(Talk talk, AddressSlots slots, string slot, CancellationToken cancellationToken)
    {
        var (order, present) = (("order", (object?)slots.View?.Number), slots.View?.Address);
        return slot switch
        {
            Which => AskWhichAsync(talk, slots, cancellationToken),
            Instead => AskAsync(talk, [.. Parts.Keys, "Quick.Cancel"], talk.Text("Change.Address.Instead", order), cancellationToken),
            Sure => AskAsync(
                talk, ["Quick.Yes", "Quick.No"],
                talk.Text("Change.Address.Sum", order, ("address", AddressText.Of(slots.Draft.ToAddress(present)))), cancellationToken),
            AddressAnswers.Whole => talk.SayAsync(
                "Change.Address.AskWhole", cancellationToken, order, ("address", present is null ? null : AddressText.Of(present))),
            AddressAnswers.City => AskPartAsync(talk, slot, present?.City, cancellationToken),
            AddressAnswers.PostCode => AskPartAsync(talk, slot, present?.PostCode, cancellationToken),
            _ => AskPartAsync(talk, slot, null, cancellationToken),
        };
    }

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, AddressSlots slots, string slot) => slot switch
    {
        Which => ("Change.WhichUnclear", []),
        Sure => ("Change.Address.SureUnclear", [("order", slots.View!.Number)]),
        Instead => ("Change.Address.InsteadUnclear", []),
        _ => ($"Change.Address.{slot}Unclear", []),
    };

    protected override AddressSlots Forget(AddressSlots slots, string slot) =>
        slots with { IsSure = false, IsDeclined = false, Draft = AddressAnswers.Without(slots.Draft, slot) };

    // The one it has now is often the right one.
    private static Task AskPartAsync(Talk talk, string slot, string? present, CancellationToken cancellationToken) => present is null
        ? talk.SayAsync($"Change.Address.Ask{slot}", cancellationToken)
        : talk.AskAsync($"Change.Address.Ask{slot}", [present], cancellationToken);
}
