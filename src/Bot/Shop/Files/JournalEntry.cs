using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Files;

/// <summary>One write that was done.</summary>
internal sealed record JournalEntry(OrderWrite Write, string Reference, DateTime At)
{
    /// <summary>The order as it is after this write. Where the orders file already says more (shipped since, refunded since), the file is right.</summary>
    public Order Apply(Order order) => Write switch
    {
        CancelOrder => IsBeforeShipping(order) ? order with { Status = OrderStatus.Cancelled } : order,
        ChangeAddress change => IsBeforeShipping(order) ? order with { Address = change.Address } : order,
        TakeBack back when order.Status is not (OrderStatus.Returned or OrderStatus.Refunded) => order with { Requests = [.. order.Requests, RequestOf(back)] },
        _ => order,
    };

    private static bool IsBeforeShipping(Order order) => order.Status is OrderStatus.Placed or OrderStatus.Paid or OrderStatus.Packed;

    private OrderRequest RequestOf(TakeBack back) => new(
        back is StartReturn ? OrderRequestKind.Return : OrderRequestKind.Exchange,
        Reference,
        [.. back.Back.Select(item => new RequestedItem(item.ItemId, item.Quantity))],
        At);
}
