using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Cancels an order that has not left: asks why only where the shop accepts certain reasons, sums up, and wants a yes.</summary>
internal sealed class CancelOrderDialog(IShop shop, OrderAccess access, Attempts attempts)
    : ChangeTask<CancelSlots, CancelOrder>(DialogId, shop, access, attempts)
{
    public const string DialogId = "cancel_order";
    private const string Cause = "cause";

    protected override string WriteName => "Cancel";

    protected override ChangeDecision Decide(Order order, CancelSlots slots, ReturnPolicy policy) => slots.Cause is { } cause
        ? ChangeDecision.ToCancel(order, cause, policy)
        : ChangeDecision.ToCancel(order, policy);

    protected override string? MissingOfChange(CancelSlots slots) => slots is { View.Causes.Count: > 0, Cause: null } ? Cause : null;

    protected override CancelSlots? TakeOfChange(Talk talk, CancelSlots slots, string? asked)
    {
        // Of its own accord at the beginning only: later, other words mean other things.
        if (CancelCauses.Of(talk) is not { } cause
            || (asked != Cause && slots.View is not null))
        {
            return null;
        }

        // Seen anew: the shop may not accept this reason.
        return slots with { Cause = cause, View = null };
    }

    // "Yes, cancel it"; "cancel it" alone may mean to stop asking, and is asked back.
    protected override bool IsYes(Talk talk) => !talk.Understood.Wants(Intent.No)
        && (talk.Understood.Wants(Intent.Yes) || (talk.Understood.Is(Topic.CancelOrder) && talk.Understood.Top.Intent == Intent.CancelOrChangeOrder));

    protected override CancelOrder Write(CancelSlots slots, Order order, OrderProof proof) =>
        new() { Key = ShopWrites.NoKey, OrderNumber = order.Number, Proof = proof, Cause = slots.Cause ?? CancelCause.Unsaid };

    protected override Task AskAsync(Talk talk, CancelSlots slots, string slot, CancellationToken cancellationToken) => slot switch
    {
        Which => AskWhichAsync(talk, slots, cancellationToken),
        Cause => talk.AskAsync("Change.AskCause", Reasons(talk, slots.View!), cancellationToken, ("order", slots.View!.Number)),
        Instead => AskAsync(
            talk, ["Change.ChangeAddress", "Quick.Cancel", "Quick.Person"], talk.Text("Change.Cancel.Declined", ("order", slots.View!.Number)), cancellationToken),
        _ => AskAsync(talk, ["Quick.Yes", "Quick.No"], Summary(talk, slots.View!), cancellationToken),
    };

    protected override (string Key, (string Name, object? Value)[] Values) Unclear(Talk talk, CancelSlots slots, string slot) => slot switch
    {
        Which => ("Change.WhichUnclear", []),
        Cause => ("Change.CauseUnclear", []),
        Instead => ("Change.InsteadUnclear", [("order", slots.View!.Number)]),
        _ => ("Change.Cancel.SureUnclear", [("order", slots.View!.Number)]),
    };

    protected override CancelSlots Forget(CancelSlots slots, string slot) => slot == Cause
        ? slots with { Cause = null, IsSure = false, IsDeclined = false }
        : slots with { IsSure = false, IsDeclined = false };

    private static IEnumerable<string> Reasons(Talk talk, OrderInView view) =>
        view.Causes.Where(cause => cause != CancelCause.Other).Append(CancelCause.Other).Select(cause => CancelCauses.Label(talk, cause));

    private static string Summary(Talk talk, OrderInView view)
    {
        Money? total = view.TotalMinor is { } minor ? new Money(Currencies.ToAmount(minor, view.Currency), view.Currency, Currencies.MinorDigits(view.Currency)) : null;
        return string.Join(
            '\n',
            talk.Text("Change.Cancel.Sum", ("order", view.Number), ("items", view.Items), ("total", total)),
            MoneyBack.Text(talk, view.Payment, view.Refund),
            talk.Text("Change.Cancel.Sure", ("order", view.Number)));
    }
}
