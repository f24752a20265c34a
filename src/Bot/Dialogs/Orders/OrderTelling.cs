using BotFramework.Schema;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Says how an order stands.</summary>
internal static class OrderTelling
{
    public static async Task TellAsync(Talk talk, Order order, CancellationToken cancellationToken)
    {
        var buttons = new List<CardAction>();
        if (order.TrackingUrl is { } link)
        {
            buttons.Add(CardAction.OpenUrl(talk.Label("Quick.Track"), link.AbsoluteUri));
        }

        if (order.Status is OrderStatus.Delayed or OrderStatus.Lost or OrderStatus.Unknown && !talk.IsQueued)
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
