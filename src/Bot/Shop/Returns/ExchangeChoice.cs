namespace Warmline.Bot.Shop.Returns;

/// <summary>What an item may be exchanged for.</summary>
internal static class ExchangeChoice
{
    /// <summary>Other variants of the same product that are there; never the one that was bought.</summary>
    public static IReadOnlyList<Product> Of(OrderItem item, IEnumerable<Product> products) =>
    [
        .. products.Where(product => item.ProductId is not null && product.ProductId == item.ProductId
            && product.Id != item.VariantId && product.Availability is Availability.InStock or Availability.OnBackorder),
    ];

    /// <summary>What is to be paid (or, negative, comes back) for one piece; null when prices are unknown or in another currency.</summary>
    public static long? DifferenceMinor(Order order, OrderItem item, Product wanted) =>
        wanted.PriceMinor is { } price && wanted.Currency == order.Currency ? price - item.UnitPriceMinor : null;
}
