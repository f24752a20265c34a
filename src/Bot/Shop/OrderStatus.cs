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
}

internal static class OrderStatusNames
{
    private static readonly Dictionary<string, OrderStatus> ByName = Names();

    public static string Known { get; } = string.Join(", ", Enum.GetNames<OrderStatus>());

    /// <summary>Tolerates case, spaces, dashes and underscores: <c>out_for_delivery</c> is <c>OutForDelivery</c>.</summary>
    public static bool TryParse(string name, out OrderStatus status) =>
        ByName.TryGetValue(string.Concat(name.Where(char.IsLetter)), out status);

    private static Dictionary<string, OrderStatus> Names()
    {
        var names = Enum.GetValues<OrderStatus>().ToDictionary(s => s.ToString(), s => s, StringComparer.OrdinalIgnoreCase);
        names["pending"] = OrderStatus.Placed;
        names["processed"] = OrderStatus.Packed;
        names["canceled"] = OrderStatus.Cancelled;
        return names;
    }
}
