namespace Warmline.Bot.Shop.Files;

/// <summary>A customer's standing, counted from the orders.</summary>
internal static class FileStanding
{
    public static CustomerStanding Of(IReadOnlyList<Order> orders) => new()
    {
        IsVip = orders.Any(order => order.IsVip),
        Orders = orders.Count,
        SpentMinor = orders
            .Where(order => order.Status is not (OrderStatus.Cancelled or OrderStatus.Returned or OrderStatus.Refunded or OrderStatus.Unknown))
            .GroupBy(order => order.Currency, StringComparer.Ordinal)
            .ToDictionary(money => money.Key, money => money.Sum(Paid), StringComparer.Ordinal),
        Since = orders.Min(order => order.PlacedAt),
    };

    private static long Paid(Order order) =>
        (order.TotalMinor ?? order.Items.Sum(item => item.UnitPriceMinor * item.Quantity)) - (order.RefundMinor ?? 0);
}
