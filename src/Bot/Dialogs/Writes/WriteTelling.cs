using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Returns;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Writes;

/// <summary>Tells what the shop made of a write: done, refused and why, or no answer to the end.</summary>
internal sealed class WriteTelling(IShop shop, OrderAccess access) : ITaskTeller
{
    // The policy's word for "the bot could not do it".
    private const string Failed = "failed";

    public string Kind => ShopWriteTask.TaskKind;

    public async Task TellAsync(Talk talk, DialogContext dialog, FinishedTask task, CancellationToken cancellationToken)
    {
        var write = ProtocolJson.Read<OrderWrite>(task.Payload)!;
        ShopWrites.Ended(talk, write);
        switch (task.Succeeded ? ProtocolJson.Read<WriteOutcome>(task.Result!) : null)
        {
            case WriteOutcome.Done done:
                await DoneAsync(talk, write, done, cancellationToken);
                break;
            case WriteOutcome.Refused refused:
                await RefusedAsync(talk, dialog, write, refused.Why, cancellationToken);
                break;
            default:
                // Somebody said yes, and nothing is sure: a person sees to it, whether the customer still looks or not.
                await talk.SayAsync($"Write.GaveUp.{ShopWrites.NameOf(write)}", cancellationToken, ("order", write.OrderNumber));
                await talk.HandOverAsync(Failed, [], cancellationToken);
                return;
        }

        await dialog.RepromptDialogAsync(cancellationToken);
    }

    private async Task DoneAsync(Talk talk, OrderWrite write, WriteOutcome.Done done, CancellationToken cancellationToken)
    {
        var text = talk.Text(
            $"Write.Done.{ShopWrites.NameOf(write)}",
            ("order", write.OrderNumber), ("reference", done.Reference), ("instructions", done.Instructions), ("label", done.Label), ("sendBy", done.SendBy),
            ("address", write is ChangeAddress change ? AddressText.Of(change.Address) : null));
        var order = write is CancelOrder or StartReturn ? await NowAsync(talk, write, cancellationToken) : null;
        var rules = RulesNow.Of(shop);
        var more = (write, order, rules) switch
        {
            (CancelOrder, { Payment: var payment }, _) => MoneyBack.Text(talk, payment, rules?.Refunds.For(payment, RefundTo.OriginalPayment)),
            (TakeBack back, _, not null) => ReturnMoney.Text(talk, back, done, order, rules),
            _ => "",
        };
        await talk.SendAsync(MessageFactory.Text(more.Length == 0 ? text : $"{text}\n{more}"), cancellationToken);
    }

    private async Task RefusedAsync(Talk talk, DialogContext dialog, OrderWrite write, WriteRefusal why, CancellationToken cancellationToken)
    {
        var (hindrance, order) = why is WriteRefusal.WrongState or WriteRefusal.AgainstRules ? await HindranceAsync(talk, write, cancellationToken) : default;
        var reason = hindrance is { } known ? ChangeTelling.WhyNot(talk, ShopWrites.NameOf(write), order!, known) : Refusal(talk, write, why);
        await talk.SendAsync(MessageFactory.Text(reason), cancellationToken);
        if (write is CancelOrder && hindrance == ChangeHindrance.IsCancelled)
        {
            return;
        }

        // A yes to something that runs would be taken for a yes to a person.
        await (dialog.ActiveDialog is null && !talk.IsQueued
            ? talk.OfferAsync(Offer.Person, "Write.AskPerson", cancellationToken)
            : talk.SayAsync("Write.PersonHint", cancellationToken));
    }

    private static string Refusal(Talk talk, OrderWrite write, WriteRefusal why)
    {
        var reason = why == WriteRefusal.KeyUsed ? WriteRefusal.Malformed : why;
        return $"{talk.Text($"Write.Refused.{ShopWrites.NameOf(write)}", ("order", write.OrderNumber))} {talk.Text($"Write.Why.{reason}")}";
    }

    // What stands against it in the order as it is now says more than that something does.
    private async Task<(ChangeHindrance? Hindrance, Order? Order)> HindranceAsync(Talk talk, OrderWrite write, CancellationToken cancellationToken)
    {
        if (RulesNow.Of(shop) is not { } rules || await NowAsync(talk, write, cancellationToken) is not { } order)
        {
            return default;
        }

        return (write switch
        {
            CancelOrder cancel => ChangeDecision.ToCancel(order, cancel.Cause, rules).Hindrance,
            ChangeAddress => ChangeDecision.ToChangeAddress(order, rules).Hindrance,
            _ => null,
        }, order);
    }

    // As it is now; null when it can't be seen just now, which changes nothing of what was done.
    private async Task<Order?> NowAsync(Talk talk, OrderWrite write, CancellationToken cancellationToken) =>
        await access.OpenAsync(talk, new OrderKey(write.OrderNumber, write.Proof), cancellationToken) is Access.Open { Order: var order } ? order : null;
}
