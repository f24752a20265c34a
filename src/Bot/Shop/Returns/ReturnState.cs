namespace Warmline.Bot.Shop.Returns;

/// <summary>What the order's state alone says about a return.</summary>
internal static class ReturnState
{
    /// <summary>Why an item can't come back whatever the rules of goods say; null when the state is no hindrance.</summary>
    public static (ReturnVerdict Verdict, ReturnReason Reason)? Hindrance(Order order, OrderItem item, ReturnQuestion asked, ReturnPolicy policy)
    {
        var moves = asked.IsExchange ? policy.Exchange : policy.Return;
        if (IsRequested(order, item, moves))
        {
            return (ReturnVerdict.Closed, ReturnReason.AlreadyRequested);
        }

        return StatusOf(order, item) switch
        {
            OrderStatus.Unknown => (ReturnVerdict.Person, ReturnReason.StateUnknown),
            OrderStatus.Lost => (ReturnVerdict.Person, ReturnReason.OrderLost),
            OrderStatus.Cancelled => (ReturnVerdict.Closed, ReturnReason.OrderCancelled),
            OrderStatus.Returned or OrderStatus.Refunded => (ReturnVerdict.Closed, ReturnReason.AlreadyReturned),
            OrderStatus.Delivered => moves.From.Contains(OrderStatus.Delivered) ? null : (ReturnVerdict.Person, ReturnReason.StateNotAllowed),
            _ when ChangeDecision.ToCancel(order, policy).IsAllowed => (ReturnVerdict.NotDelivered, ReturnReason.CanBeCancelled),
            _ => (ReturnVerdict.NotDelivered, ReturnReason.OnItsWay),
        };
    }

    /// <summary>The day an item came, by the shop's records. A parcel's own day counts before the order's.</summary>
    public static DateOnly? DeliveredOn(Order order, OrderItem item, ShopDay now)
    {
        var parcels = order.Parcels.Where(parcel => parcel.ItemIds.Contains(item.Id)).ToList();

        // An item in several parcels came with the last of them: only then it is complete.
        var at = parcels.Count > 0 && parcels.TrueForAll(parcel => parcel.DeliveredAt is not null) ? parcels.Max(parcel => parcel.DeliveredAt) : order.DeliveredAt;
        return at is { } moment ? now.DayOf(moment) : null;
    }

    /// <summary>How many pieces were not asked back for yet.</summary>
    public static int Left(Order order, OrderItem item) => order.Requests.Any(request => request.Items.Count == 0)
        ? 0
        : Math.Max(0, item.Quantity - order.Requests.SelectMany(request => request.Items).Where(asked => asked.ItemId == item.Id).Sum(asked => asked.Quantity));

    // What came with one parcel may go back while another is still under way.
    private static OrderStatus StatusOf(Order order, OrderItem item)
    {
        var parcels = order.Parcels.Where(parcel => parcel.ItemIds.Contains(item.Id)).ToList();
        return order.Status is OrderStatus.PartlyShipped or OrderStatus.Shipped && parcels.Count > 0
            && parcels.TrueForAll(parcel => parcel.Status == OrderStatus.Delivered) ? OrderStatus.Delivered : order.Status;
    }

    private static bool IsRequested(Order order, OrderItem item, OrderMoves moves) =>
        (moves.OncePerOrder && order.Requests.Count > 0) || Left(order, item) == 0;
}
