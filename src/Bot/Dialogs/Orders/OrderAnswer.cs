using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Looks orders up and tells what the owner may know. Wrong and unknown look the same; which it was is recorded.</summary>
internal sealed class OrderAnswer(IShop shop, BotTurns turns)
{
    /// <summary>True when nothing is left to ask; false when one of the orders was not found with this e-mail.</summary>
    public async Task<bool> GiveAsync(Talk talk, IReadOnlyList<string> numbers, string email, CancellationToken cancellationToken)
    {
        if (await turns.AreProofsUsedUpAsync(talk.Turn.Input.ConversationId, cancellationToken))
        {
            await talk.OfferAsync(Offer.Person, "Order.AttemptsUsed", cancellationToken);
            return true;
        }

        var allFound = true;
        foreach (var number in numbers)
        {
            allFound &= await GiveAsync(talk, number, email, cancellationToken);
        }

        return allFound;
    }

    /// <summary>The shop's system answers again, or will not.</summary>
    public async Task ComeBackAsync(Talk talk, FinishedTask task, CancellationToken cancellationToken)
    {
        var asked = ProtocolJson.Read<OrderQuestion>(task.Payload)!;
        if (!task.Succeeded)
        {
            await talk.OfferAsync(Offer.Person, "Order.GaveUp", cancellationToken, ("order", asked.Number));
            return;
        }

        if (!await GiveAsync(talk, asked.Number, asked.Email, cancellationToken, cameBack: true))
        {
            await talk.SayAsync("Order.NotFound", cancellationToken);
        }
    }

    private async Task<bool> GiveAsync(Talk talk, string number, string email, CancellationToken cancellationToken, bool cameBack = false)
    {
        try
        {
            switch (await shop.FindOrderAsync(number, email, cancellationToken))
            {
                case OrderLookup.Found found:
                    talk.Turn.Prove(new ProofAttempt(number, true, null));
                    await (cameBack ? talk.SayAsync("Order.CameBack", cancellationToken, ("order", number)) : Task.CompletedTask);
                    await TellAsync(talk, found.Order, cancellationToken);
                    return true;
                case OrderLookup.NotTheOwner:
                    talk.Turn.Prove(new ProofAttempt(number, false, "not the owner"));
                    return false;
                default:
                    talk.Turn.Prove(new ProofAttempt(number, false, "unknown"));
                    return false;
            }
        }
        catch (ShopUnavailableException)
        {
            talk.Turn.Ask(new TaskRequest(OrderLookupTask.TaskKind, ProtocolJson.Write(new OrderQuestion(number, email))));
            await talk.SayAsync("Order.ShopUnavailable", cancellationToken, ("order", number));
            return true;
        }
    }

    private static async Task TellAsync(Talk talk, Order order, CancellationToken cancellationToken)
    {
        var buttons = new List<CardAction>();
        if (order.TrackingUrl is { } link)
        {
            buttons.Add(CardAction.OpenUrl(talk.Label("Quick.Track"), link.AbsoluteUri));
        }

        if (order.Status is OrderStatus.Delayed or OrderStatus.Lost && !talk.IsQueued)
        {
            talk.Memory.Offer = Offer.Person;
            buttons.AddRange([CardAction.ImBack(talk.Label("Quick.Yes")), CardAction.ImBack(talk.Label("Quick.No"))]);
        }

        var text = string.Join('\n', Sentences(talk, order));
        await talk.SendAsync(buttons.Count > 0 ? MessageFactory.SuggestedActions(buttons, text) : MessageFactory.Text(text), cancellationToken);
    }

    private static IEnumerable<string> Sentences(Talk talk, Order order)
    {
        yield return talk.Text(
            $"Order.Status.{order.Status}",
            ("order", order.Number), ("placed", Day(order.PlacedAt)), ("promised", order.PromisedBy), ("carrier", order.Carrier),
            ("tracking", order.TrackingNumber), ("pickupUntil", order.PickupUntil), ("delivered", Day(order.DeliveredAt)),
            ("refund", order.RefundMinor is { } refund ? MoneyOf(refund, order.Currency) : (object?)null));
        yield return talk.Text("Order.Items", ("items", order.Items.Select(item => ItemText(talk, item))));
        if (order.TrackingUrl is not null)
        {
            yield return talk.Text("Order.TrackLink", ("link", order.TrackingUrl));
        }
    }

    private static string ItemText(Talk talk, OrderItem item) =>
        talk.Text("Order.Item", ("name", item.Name), ("options", item.Options), ("quantity", item.Quantity > 1 ? item.Quantity : null));

    private static DateOnly? Day(DateTime? moment) => moment is { } at ? DateOnly.FromDateTime(at) : null;

    private static Money MoneyOf(long minor, string currency) =>
        new Money(Currencies.ToAmount(minor, currency), currency, Currencies.MinorDigits(currency));
}

/// <summary>A question about an order that waits for the shop's system.</summary>
internal sealed record OrderQuestion(string Number, string Email);
