namespace Warmline.Bot.Shop;

/// <summary>Where an order is, in the words a customer is told;
/// the import accepts these names and the synonyms in <see cref="OrderStatusNames"/>.</summary>
internal enum OrderStatus
{
    Placed,
    Paid,
    Packed,
    PartlyShipped,
    Shipped,
    OutForDelivery,
    AtPickupPoint,
    Delivered,
    Delayed,
    Lost,
    Cancelled,
    Returned,
    Refunded,

    /// <summary>A state of the shop's system that we don't know, see <see cref="Order.RawStatus"/>.</summary>
    Unknown,
}

internal static class OrderStatusNames
{
    private static readonly Dictionary<string, OrderStatus> ByName = Names();

    public static string Known { get; } = string.Join(", ", Enum.GetNames<OrderStatus>().Except([nameof(OrderStatus.Unknown)]));

    /// <summary>Tolerates case, spaces, dashes and underscores: <c>out_for_delivery</c> is <c>OutForDelivery</c>.</summary>
    public static bool TryParse(string name, out OrderStatus status) =>
        ByName.TryGetValue(string.Concat(name.Where(char.IsLetter)), out status);

    /// <summary>Not at its end yet: it may still arrive, and be late.</summary>
    public static bool IsUnderWay(this OrderStatus status) => status is OrderStatus.Placed or OrderStatus.Paid or OrderStatus.Packed
        or OrderStatus.PartlyShipped or OrderStatus.Shipped or OrderStatus.OutForDelivery or OrderStatus.Delayed;

    private static Dictionary<string, OrderStatus> Names()
    {
        var names = Enum.GetValues<OrderStatus>().Where(s => s != OrderStatus.Unknown)
            .ToDictionary(s => s.ToString(), s => s, StringComparer.OrdinalIgnoreCase);
        names["pending"] = OrderStatus.Placed;
        names["processed"] = OrderStatus.Packed;
        names["canceled"] = OrderStatus.Cancelled;
        return names;
    }
}
