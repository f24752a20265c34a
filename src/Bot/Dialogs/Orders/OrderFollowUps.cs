using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>
/// Questions around an order that was just spoken of: which items, when exactly, who took it, how much, the other one. Each is answered
/// in a line or two from the order as it is now.
/// </summary>
internal sealed class OrderFollowUps(OrderAccess access, IShop shop, ShopClock clock)
{
    private const int LongestMemory = 5;

    private static readonly Topic[] Asked =
        [Topic.OrderItems, Topic.OrderWhen, Topic.OrderDelivered, Topic.OrderReceiver, Topic.OrderTotal, Topic.OrderPaid, Topic.OrderTracking, Topic.OtherParcel, Topic.OtherOrder, Topic.NotArrived, Topic.AskCarrier];

    // Another task's matter, whatever else the line says.
    private static readonly Topic[] Elsewhere =
        [Topic.CancelOrder, Topic.ChangeAddress, Topic.StartReturn, Topic.MayReturn, Topic.Exchange, Topic.MoneyBack, Topic.Repair, Topic.WrongItem, Topic.Damaged, Topic.Defective];

    private static readonly Topic[] Unmistakable = [Topic.OrderReceiver, Topic.OrderTracking, Topic.OrderDelivered, Topic.OrderPaid];

    private static readonly string[] OfAsking = [Signals.Repeats, Signals.Loop];

    private static readonly Intent[] OtherWishes =
        [Intent.Callback, Intent.HumanAgent, Intent.ReturnPolicy, Intent.Complaint, Intent.Delivery];

    /// <summary>Whether a line asks about an order spoken of and shows nothing graver than that much is asked: questions alike are no circle, there is an answer to each.</summary>
    public static bool IsAnswerable(Talk talk, DialogContext dialog) =>
        talk.Memory.Orders is { Keys.Count: > 0, TurnsSince: < LongestMemory } && Asked.Any(talk.Understood.Is) && !IsForOthers(talk, dialog)
        && !talk.Understood.Signals.All.Any(signal => signal.Value.Strength >= Signal.Clear && !OfAsking.Contains(signal.Key));

    /// <summary>True when the line took one of the ways offered with an order: to wait, to have somebody look into it.</summary>
    public async Task<bool> TryOptionAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        if (talk.Memory.Orders is not { Keys.Count: > 0, TurnsSince: < LongestMemory } || talk.IsQueued || dialog.ActiveDialog is not null || Option(talk) is not { } option)
        {
            return false;
        }

        talk.Memory.Offer = Offer.None;
        return await AnswerAsync(talk, dialog, [option], cancellationToken);
    }

    /// <summary>True when the line was such a question and is dealt with.</summary>
    public async Task<bool> TryAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        var known = talk.Memory.Orders;
        if (talk.Understood.Is(Topic.RefundWhen) && known is { Keys.Count: > 0, TurnsSince: < LongestMemory } && await TryMoneyAsync(talk, dialog, cancellationToken))
        {
            return true;
        }

        var asked = known.Keys.Count == 0 || known.TurnsSince++ >= LongestMemory || IsForOthers(talk, dialog) ? [] : Asked.Where(talk.Understood.Is).ToHashSet();
        return asked.Count > 0 && await AnswerAsync(talk, dialog, asked, cancellationToken);
    }

    // Where the money of an order is that is cancelled, or about to be, or on its way back already: no article on parcels that come back answers that.
    private async Task<bool> TryMoneyAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        var isBeingCancelled = dialog.Stack.Any(running => running.Id == CancelOrderDialog.DialogId);
        var answers = new List<OrderAnswer>();
        foreach (var key in talk.Memory.Orders.Spoken().ToList())
        {
            if (await access.OpenAsync(talk, key, cancellationToken) is not Access.Open { Order: var order })
            {
                continue;
            }

            var text = new OrderText(talk, order, clock.Day);
            if (text.IsMoneyComing || isBeingCancelled || order.Status == OrderStatus.Cancelled || ShopWrites.IsBeingDone<CancelOrder>(talk, order.Number))
            {
                answers.Add(new(text.IsMoneyComing ? string.Join('\n', text.Days()) : MoneyBack.Text(talk, order.Payment, RulesNow.Of(shop)?.Refunds.For(order.Payment, RefundTo.OriginalPayment))));
            }
        }

        return await SayAsync(talk, dialog, answers, cancellationToken);
    }

    private async Task<bool> AnswerAsync(Talk talk, DialogContext dialog, HashSet<Topic> asked, CancellationToken cancellationToken)
    {
        if (asked.Contains(Topic.AskCarrier))
        {
            await talk.HandOverAsync("asked", [], cancellationToken);
            return true;
        }

        var orders = new List<OrderText>();
        foreach (var key in talk.Memory.Orders.Spoken().ToList())
        {
            if (await access.OpenAsync(talk, key, cancellationToken) is not Access.Open { Order: var order })
            {
                return await BeginAsync(dialog, cancellationToken);
            }

            orders.Add(new OrderText(talk, order, clock.Day));
        }

        var isPart = asked.Contains(Topic.OtherParcel) || !talk.Memory.Orders.Others().Any();
        if (asked.Contains(Topic.OtherOrder) && !(isPart && orders.Exists(text => text.IsInParts)))
        {
            return await BeginAsync(dialog, cancellationToken);
        }

        return await SayAsync(talk, dialog, [.. orders.SelectMany(text => OrderAnswers.To(asked, text))], cancellationToken);
    }

    private static async Task<bool> SayAsync(Talk talk, DialogContext dialog, List<OrderAnswer> answers, CancellationToken cancellationToken)
    {
        if (answers.Count == 0)
        {
            return false;
        }

        var text = string.Join('\n', answers.Select(answer => answer.Text));
        var offers = answers.Exists(answer => answer.NeedsPerson) && !talk.IsQueued && dialog.ActiveDialog is null;
        await talk.SendAsync(offers ? OrderTelling.OffersPerson(talk, text) : MessageFactory.Text(text), cancellationToken);
        (talk.Memory.FailedTurns, talk.Memory.Orders.TurnsSince) = (0, 0);
        await dialog.RepromptDialogAsync(cancellationToken);
        return true;
    }

    // What can't be opened now, or is another order, is found there.
    private static async Task<bool> BeginAsync(DialogContext dialog, CancellationToken cancellationToken)
    {
        if (dialog.ActiveDialog is not null)
        {
            return false;
        }

        await dialog.BeginDialogAsync(OrderStatusDialog.DialogId, null, cancellationToken);
        return true;
    }

    private static bool IsForOthers(Talk talk, DialogContext dialog) =>
        Elsewhere.Any(talk.Understood.Is)
        || (OtherWishes.Any(talk.Understood.Wants) && !IsUnmistakable(talk))
        || talk.Understood.Entities.OrderNumbers.Any(number => talk.Memory.Orders.Find(number) is not { } key || !talk.Memory.Orders.Spoken().Contains(key))
        || (dialog.ActiveDialog is { } active && dialog.FindDialog(active.Id) is ShopDialog running && running.Understands(talk, active));

    // Words of delivery and of giving that are about this parcel, not about how the shop delivers or takes back.
    private static bool IsUnmistakable(Talk talk) => Unmistakable.Any(talk.Understood.Is) || (talk.Understood.Is(Topic.NotArrived) && talk.Understood.Wants(Intent.OrderStatus));

    // Options on buttons are meant by their very words, whatever those might mean elsewhere.
    private static Topic? Option(Talk talk)
    {
        var words = talk.Words.Trim();
        bool Says(string key) => string.Equals(words, talk.Label(key), StringComparison.OrdinalIgnoreCase);
        return Says("Order.AskCarrier") || Says("Order.LookInto") ? Topic.AskCarrier
            : Says("Order.Wait") || (talk.Understood.Is(Topic.WillWait) && talk.Understood.Topics.Count == 1) ? Topic.WillWait
            : null;
    }
}
