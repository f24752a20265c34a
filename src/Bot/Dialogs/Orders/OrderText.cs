using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>What there is to say of an order today, in the customer's language. Nothing is promised that is not recorded.</summary>
internal sealed class OrderText(Talk talk, Order order, ShopDay day)
{
    public Order Order => order;

    public bool IsLate => order.IsLate(day.Today);

    /// <summary>Late, or known to become so.</summary>
    public bool NeedsApology => IsLate || order.Status == OrderStatus.Delayed;

    public bool IsPickupOver => order.Status == OrderStatus.AtPickupPoint && order.PickupUntil < day.Today;

    /// <summary>It travels in parts, each of which is told by itself.</summary>
    public bool IsInParts => order.Parcels.Count > 1 || (order.Parcels.Count == 1 && order.Status == OrderStatus.PartlyShipped);

    public bool IsMoneyComing => order.RefundBy is not null && order.Status is (OrderStatus.Cancelled or OrderStatus.Returned or OrderStatus.Refunded);

    /// <summary>The day that may be named now: one that is not over.</summary>
    public DateOnly? ComesBy => NewDay ?? (order.PromisedBy >= day.Today ? order.PromisedBy : null);

    // Nothing is on its way any more when the order is at its end, whatever is still noted of a new day.
    private DateOnly? NewDay => order.Status.IsUnderWay() && order.ExpectedBy >= day.Today ? order.ExpectedBy : null;

    public static string Items(Talk talk, IEnumerable<OrderItem> items) => PeopleFormat.Insert(items.Select(item => Item(talk, item)), talk.Language);

    /// <summary>A sentence with all that is known of the order to choose from.</summary>
    public string Say(string key, params (string Name, object? Value)[] more) => talk.Text(key, [.. more, .. Values()]);

    /// <summary>How it stands, from what matters most. <paramref name="isBrief"/> leaves out what was told before.</summary>
    public IEnumerable<string> Lines(bool isBrief) => (isBrief ? [talk.Text("Order.Again")] : Array.Empty<string>())
        .Append(Say(IsLate ? "Order.Late" : IsPickupOver ? "Order.PickupOver" : $"Order.Status.{order.Status}"))
        .Concat(Days()).Concat(IsInParts ? Parts() : isBrief ? [] : [Say("Order.Items")]).Concat(Link()).Concat(Requests());

    /// <summary>What is in which parcel, and what has not left.</summary>
    public IEnumerable<string> Parts()
    {
        foreach (var (parcel, at) in order.Parcels.Select((parcel, at) => (parcel, at + 1)))
        {
            yield return talk.Text(
                "Order.Parcel", ("number", at), ("items", Names(parcel.ItemIds)), ("state", State(parcel.Status)), ("delivered", Day(parcel.DeliveredAt)),
                ("carrier", parcel.Carrier), ("tracking", parcel.TrackingNumber), ("link", parcel.TrackingUrl));
        }

        var sent = order.Parcels.SelectMany(parcel => parcel.ItemIds).ToHashSet(StringComparer.Ordinal);
        if (order.Items.Where(item => !sent.Contains(item.Id)).Select(item => item.Id).ToList() is { Count: > 0 } rest)
        {
            yield return talk.Text("Order.NotSent", ("items", Names(rest)));
        }
    }

    public IEnumerable<string> Link() => order.TrackingUrl is { } link && !IsInParts ? [talk.Text("Order.TrackLink", ("link", link))] : [];

    /// <summary>Why it is late and when it comes instead; when the money is there.</summary>
    public IEnumerable<string> Days()
    {
        if (NeedsApology && order.DelayReason is not null)
        {
            yield return Say("Order.Reason");
        }

        if (NeedsApology || NewDay is not null)
        {
            yield return Say(NewDay is null ? "Order.NoNewDay" : "Order.NewDay");
        }

        if (IsMoneyComing && order.RefundBy is { } by)
        {
            yield return Say(by >= day.Today ? "Order.RefundComes" : "Order.RefundDue");
        }
    }

    public string State(OrderStatus status) => talk.Label($"Order.State.{status}");

    public DateOnly? Day(DateTime? moment) => moment is { } at ? day.DayOf(at) : null;

    /// <summary>The hour of a delivery, by the shop's clock.</summary>
    public DateTimeOffset? Moment(DateTime? moment) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), day.Zone) : null;

    // What was asked for is over when the goods or the money are back.
    private IEnumerable<string> Requests() => order.Status is OrderStatus.Returned or OrderStatus.Refunded or OrderStatus.Cancelled ? [] : order.Requests.Select(request =>
        talk.Text($"Order.Request.{request.Kind}", ("reference", request.Reference), ("items", Names([.. request.Items.Select(item => item.ItemId)]))));

    private List<string>? Names(IReadOnlyCollection<string> ids) =>
        order.Items.Where(item => ids.Contains(item.Id)).Select(item => Item(talk, item)).ToList() is { Count: > 0 } names ? names : null;

    private (string, object?)[] Values() =>
    [
        ("order", order.Number), ("placed", Day(order.PlacedAt)), ("promised", NewDay is null || NeedsApology ? order.PromisedBy : null), ("expected", NewDay),
        ("reason", order.DelayReason?.TrimEnd('.', ' ')), ("state", State(order.Status)), ("carrier", IsInParts ? null : order.Carrier),
        ("tracking", IsInParts ? null : order.TrackingNumber), ("pickupUntil", order.PickupUntil), ("point", order.PickupPoint), ("delivered", Day(order.DeliveredAt)),
        ("to", order.DeliveredTo), ("refund", order.RefundMinor is { } refund ? MoneyOf(refund) : null), ("refundBy", order.RefundBy), ("day", ComesBy),
        ("items", order.Items.Select(item => Item(talk, item))),
    ];

    public Money MoneyOf(long minor) => new(Currencies.ToAmount(minor, order.Currency), order.Currency, Currencies.MinorDigits(order.Currency));

    private static string Item(Talk talk, OrderItem item) => Replies.Say(
        "Order.Item", talk.Language, ("name", item.Name), ("options", item.Options), ("quantity", item.Quantity > 1 ? item.Quantity : null));
}
