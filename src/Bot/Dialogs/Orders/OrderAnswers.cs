using Warmline.Bot.Shop;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>An answer to a question about an order; with nothing recorded, the way to a person.</summary>
internal readonly record struct OrderAnswer(string Text, bool NeedsPerson = false);

/// <summary>The answers themselves.</summary>
internal static class OrderAnswers
{
    public static IEnumerable<OrderAnswer> To(IReadOnlySet<Topic> asked, OrderText text) => Order(asked).SelectMany(topic => To(topic, text));

    // "When did you deliver it and to whom?" is asked of the same day: it is said once.
    private static IEnumerable<Topic> Order(IReadOnlySet<Topic> asked) => asked.Contains(Topic.NotArrived) ? [Topic.NotArrived]
        : asked.Select(topic => topic switch { Topic.OrderDelivered => Topic.OrderWhen, Topic.OrderPaid => Topic.OrderTotal, _ => topic }).Distinct()
            .Where(topic => topic != Topic.OrderWhen || !asked.Contains(Topic.OrderReceiver));

    private static IEnumerable<OrderAnswer> To(Topic topic, OrderText text) => topic switch
    {
        Topic.OrderItems => [new(text.Say("Order.AllItems"))],
        Topic.OrderWhen => [When(text)],
        Topic.OrderReceiver => [Receiver(text)],
        Topic.OrderTotal => [new(Total(text))],
        Topic.OrderTracking => Tracking(text),
        Topic.OtherParcel or Topic.OtherOrder when text.IsInParts => text.Parts().Select(part => new OrderAnswer(part)),
        Topic.NotArrived when text.Order.Status == OrderStatus.Delivered => [new(text.Say("Order.NotReached"), NeedsPerson: true)],
        Topic.WillWait => [new(text.Say("Order.Waiting"))],
        _ => [],
    };

    private static OrderAnswer When(OrderText text)
    {
        var order = text.Order;
        return order switch
        {
            _ when text.NeedsApology => new(string.Join('\n', text.Days().Prepend(text.Say(text.IsLate ? "Order.Late" : "Order.Status.Delayed")))),
            { Status: OrderStatus.Delivered, DeliveredAt: { } at } => new(text.Say("Order.WhenDelivered", ("moment", text.Moment(at)))),
            { Status: OrderStatus.AtPickupPoint, PickupUntil: not null } when text.IsPickupOver => new(text.Say("Order.PickupOver"), NeedsPerson: true),
            { Status: OrderStatus.AtPickupPoint, PickupUntil: { } until } => new(text.Say("Order.WhenPickup", ("day", until))),
            { Status: OrderStatus.OutForDelivery } => new(text.Say("Order.WhenCourier")),
            _ when text.IsMoneyComing => new(string.Join('\n', text.Days())),
            _ when order.Status.IsUnderWay() && text.ComesBy is not null => new(text.Say("Order.WhenBy")),
            _ => new(text.Say("Order.WhenUnknown"), NeedsPerson: true),
        };
    }

    private static OrderAnswer Receiver(OrderText text) => text.Order switch
    {
        { DeliveredTo: not null } => new(text.Say("Order.TookIt")),
        { Status: OrderStatus.Delivered or OrderStatus.Returned or OrderStatus.Refunded } => new(text.Say("Order.TookItUnknown"), NeedsPerson: true),
        _ => new(text.Say("Order.NobodyYet")),
    };

    private static string Total(OrderText text) => text.Order.TotalMinor is { } total
        ? text.Say("Order.Total", ("total", text.MoneyOf(total)))
        : text.Say("Order.TotalGoods", ("total", text.MoneyOf(text.Order.Items.Sum(item => item.UnitPriceMinor * item.Quantity))));

    private static IEnumerable<OrderAnswer> Tracking(OrderText text)
    {
        if (text.IsInParts)
        {
            return text.Parts().Select(part => new OrderAnswer(part));
        }

        var known = text.Order is { TrackingNumber: null, TrackingUrl: null } ? "Order.NoTracking" : "Order.Tracking";
        return text.Link().Prepend(text.Say(known)).Select(line => new OrderAnswer(line));
    }
}
