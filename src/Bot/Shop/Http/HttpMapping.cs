using Warmline.Bot.Shop.Import;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.Http;

/// <summary>What the contract says, in our words. Text is cleaned, links are links, what is wrong is left out.</summary>
internal static class HttpMapping
{
    private const int MostItems = 500;

    public static Order ToOrder(HttpOrder order)
    {
        var currency = ShopText.Clean(order.Currency, 3)?.ToUpperInvariant() ?? throw new ShopUnavailableException("An order without a currency.");
        var parcels = (order.Parcels ?? []).Take(MostItems).Select(Parcel).ToList();
        var known = OrderStatusNames.TryParse(order.Status, out var status);
        return new Order
        {
            Number = ShopText.Clean(order.Number, 40) ?? throw new ShopUnavailableException("An order without a number."),
            Email = order.Email?.Trim() ?? "",
            Status = known ? status : OrderStatus.Unknown,
            RawStatus = known ? null : ShopText.Clean(order.Status, 60),
            Currency = currency,
            Items = [.. order.Items.Take(MostItems).Select(item => Item(item, currency))],
            CustomerId = ShopText.Clean(order.CustomerId, 80),
            CustomerName = ShopText.Clean(order.CustomerName, 120),
            Phone = ShopText.Clean(order.Phone, 40),
            PlacedAt = ShopText.Instant(order.PlacedAt),
            PromisedBy = ShopText.Day(order.PromisedBy),
            ExpectedBy = ShopText.Day(order.ExpectedBy),
            DelayReason = ShopText.Clean(order.DelayReason, 300),
            DeliveredAt = ShopText.Instant(order.DeliveredAt),
            DeliveredTo = ShopText.Clean(order.DeliveredTo, 120),
            PickupPoint = ShopText.Clean(order.PickupPoint, 200),
            PickupUntil = ShopText.Day(order.PickupUntil),
            Address = Address(order.Address),
            Payment = EnumNames<PaymentKind>.Parse(order.Payment ?? "") ?? PaymentKind.Unknown,
            TotalMinor = Minor(order.Total, currency),
            RefundMinor = Minor(order.Refund, currency),
            RefundBy = ShopText.Day(order.RefundBy),
            IsModified = order.Modified,
            Carrier = parcels.Count > 0 ? parcels[0].Carrier : null,
            TrackingNumber = parcels.Count > 0 ? parcels[0].TrackingNumber : null,
            TrackingUrl = parcels.Count > 0 ? parcels[0].TrackingUrl : null,
            Parcels = parcels,
            Requests = [.. (order.Requests ?? []).Select(Request)],
        };
    }

    public static Product ToProduct(HttpProduct product) => new()
    {
        Id = product.Id,
        ProductId = product.ProductId ?? product.Id,
        Name = ShopText.Clean(product.Name, 200) ?? "—",
        Options = ShopText.Clean(product.Options, 300),
        Category = ShopText.Clean(product.Category, 80),
        PriceMinor = Minor(product.Price, product.Currency),
        Currency = product.Currency,
        Availability = EnumNames<Availability>.Parse(product.Availability ?? "") ?? Availability.Unknown,
        Url = WebAddress.Of(product.Url),
    };

    public static CustomerStanding ToStanding(HttpStanding standing) => new()
    {
        IsVip = standing.Vip,
        Orders = standing.Orders,
        SpentMinor = (standing.Spent ?? []).GroupBy(money => money.Currency, StringComparer.Ordinal)
            .ToDictionary(money => money.Key, money => Minor(money.Sum(part => part.Amount), money.Key) ?? 0, StringComparer.Ordinal),
        PastComplaints = standing.PastComplaints,
        Since = ShopText.Instant(standing.Since),
    };

    private static OrderItem Item(HttpItem item, string currency) => new(
        ShopText.Clean(item.Name, 200) ?? "—", Math.Max(1, item.Quantity), ShopText.Clean(item.Options, 300), Minor(item.UnitPrice, currency) ?? 0)
    {
        Id = item.Id,
        ProductId = item.ProductId,
        VariantId = item.VariantId,
        Category = ShopText.Clean(item.Category, 80),
        Traits = (item.Traits ?? []).Aggregate(ItemTraits.None, (all, trait) => all | (EnumNames<ItemTraits>.Parse(trait) ?? ItemTraits.None)),
    };

    private static Parcel Parcel(HttpParcel parcel) => new()
    {
        ItemIds = parcel.ItemIds ?? [],
        Status = OrderStatusNames.TryParse(parcel.Status ?? "", out var status) ? status : OrderStatus.Shipped,
        Carrier = ShopText.Clean(parcel.Carrier, 80),
        TrackingNumber = ShopText.Clean(parcel.TrackingNumber, 80),
        TrackingUrl = WebAddress.Of(parcel.TrackingUrl),
        DeliveredAt = ShopText.Instant(parcel.DeliveredAt),
    };

    private static OrderRequest Request(HttpRequest request) => new(
        request.Kind == "exchange" ? OrderRequestKind.Exchange : OrderRequestKind.Return,
        ShopText.Clean(request.Reference, 60) ?? "—",
        request.Items ?? [],
        ShopText.Instant(request.At));

    private static PostalAddress? Address(HttpAddress? address) => address is null ? null
        : new PostalAddress(ShopText.Clean(address.Street, 200) ?? "", ShopText.Clean(address.City, 120) ?? "")
        {
            More = ShopText.Clean(address.More, 200),
            PostCode = ShopText.Clean(address.PostCode, 20),
            Region = ShopText.Clean(address.Region, 120),
            Country = ShopText.Clean(address.Country, 2)?.ToUpperInvariant(),
            Recipient = ShopText.Clean(address.Recipient, 120),
        };

    private static long? Minor(decimal? amount, string currency) => amount is { } money ? Currencies.ToMinorRounded(money, currency) : null;
}
