using System.Globalization;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>Says in our words what WooCommerce says in its own.</summary>
internal sealed class WooMapping(WooCommerceOptions options)
{
    private const string CompletedState = "completed";

    private static readonly Dictionary<string, OrderStatus> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pending"] = OrderStatus.Placed,
        ["on-hold"] = OrderStatus.Placed,
        ["processing"] = OrderStatus.Paid,
        [CompletedState] = OrderStatus.Shipped,
        ["cancelled"] = OrderStatus.Cancelled,
        ["refunded"] = OrderStatus.Refunded,
    };

    private static readonly Dictionary<string, PaymentKind> Payments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cod"] = PaymentKind.CashOnDelivery,
        ["bacs"] = PaymentKind.Transfer,
        ["cheque"] = PaymentKind.Transfer,
        ["stripe"] = PaymentKind.Card,
        ["woocommerce_payments"] = PaymentKind.Card,
        ["paypal"] = PaymentKind.Wallet,
        ["ppcp-gateway"] = PaymentKind.Wallet,
    };

    /// <summary><paramref name="products"/> are those of the order's lines, by id; what is not there has no traits.</summary>
    public Order ToOrder(WooOrder order, IReadOnlyDictionary<long, WooProduct> products)
    {
        var (currency, parcels) = (ShopText.Clean(order.Currency, 3) ?? options.Currency, WooTracking.Parcels(order, options.TrackingMeta));
        var status = StatusOf(order.Status, parcels.Count > 0);
        var lines = order.LineItems.Where(line => line.Quantity > 0).Select(line => Item(line, currency, products.GetValueOrDefault(line.ProductId))).ToList();
        return new Order
        {
            Number = ShopText.Clean(order.Number, 40) ?? order.Id.ToString(CultureInfo.InvariantCulture),
            Email = order.Billing?.Email?.Trim() ?? "",
            Status = status,
            RawStatus = status == OrderStatus.Unknown ? ShopText.Clean(order.Status, 60) : null,
            Currency = currency,
            Items = lines,
            CustomerId = order.CustomerId > 0 ? order.CustomerId.ToString(CultureInfo.InvariantCulture) : null,
            CustomerName = ShopText.Clean(order.Billing?.Name, 120),
            Phone = ShopText.Clean(order.Billing?.Phone, 40),
            PlacedAt = ShopText.Instant(order.DateCreatedGmt),
            Carrier = parcels.Count > 0 ? parcels[0].Carrier : null,
            TrackingNumber = parcels.Count > 0 ? parcels[0].TrackingNumber : null,
            TrackingUrl = parcels.Count > 0 ? parcels[0].TrackingUrl : null,
            PromisedBy = ShopText.Day(order.Meta(options.PromisedMeta)?.Text),
            DeliveredAt = DeliveredAt(order, status),
            Address = Address(order.Shipping) ?? Address(order.Billing),
            Payment = Payments.GetValueOrDefault(order.PaymentMethod ?? ""),
            TotalMinor = ShopText.Amount(order.Total) is { } total ? Currencies.ToMinorRounded(total, currency) : null,
            RefundMinor = Refunded(order, currency),
            Requests = WooWriteMeta.Requests(order),
        };
    }

    private OrderStatus StatusOf(string word, bool hasParcels)
    {
        var status = options.Statuses.TryGetValue(word, out var own) && OrderStatusNames.TryParse(own, out var named) ? named
            : States.TryGetValue(word, out var known) ? known
            : word != "failed" && OrderStatusNames.TryParse(word, out var same) ? same
            : OrderStatus.Unknown;
        return status == OrderStatus.Paid && hasParcels ? OrderStatus.Shipped : status;
    }

    // The day of completing is the day of delivery only in shops that say so.
    private DateTime? DeliveredAt(WooOrder order, OrderStatus status) =>
        ShopText.Instant(order.Meta(options.DeliveredMeta)?.Text)
        ?? (status == OrderStatus.Delivered && order.Status == CompletedState ? ShopText.Instant(order.DateCompletedGmt) : null);

    private static OrderItem Item(WooLine line, string currency, WooProduct? product)
    {
        var paid = (ShopText.Amount(line.Total) ?? 0) + (ShopText.Amount(line.TotalTax) ?? 0);
        return new OrderItem(
            ShopText.Clean(line.Name, 200) ?? "—", line.Quantity, Options(line), Currencies.ToMinorRounded(paid / line.Quantity, currency) ?? 0)
        {
            Id = line.Id.ToString(CultureInfo.InvariantCulture),
            ProductId = line.ProductId > 0 ? line.ProductId.ToString(CultureInfo.InvariantCulture) : null,
            VariantId = (line.VariationId > 0 ? line.VariationId : line.ProductId).ToString(CultureInfo.InvariantCulture),
            Category = ShopText.Clean(product?.Category, 80),
            Traits = WooProducts.TraitsOf(product),
        };
    }

    // Keys that begin with an underscore are a plugin's own business.
    private static string? Options(WooLine line) => ShopText.Clean(
        string.Join(", ", (line.MetaData ?? []).Where(meta => meta is { Key: { Length: > 0 } key, DisplayText: not null } && key[0] != '_')
            .Select(meta => $"{meta.DisplayKey ?? meta.Key}: {meta.DisplayText}")),
        300);

    private static PostalAddress? Address(WooAddress? address) => address is null || string.IsNullOrWhiteSpace(address.Address1) ? null
        : new PostalAddress(ShopText.Clean(address.Address1, 200) ?? "", ShopText.Clean(address.City, 120) ?? "")
        {
            More = ShopText.Clean(address.Address2, 200),
            PostCode = ShopText.Clean(address.Postcode, 20),
            Region = ShopText.Clean(address.State, 120),
            Country = ShopText.Clean(address.Country, 2),
            Recipient = ShopText.Clean(address.Name, 120),
        };

    private static long? Refunded(WooOrder order, string currency)
    {
        var back = (order.Refunds ?? []).Sum(refund => Math.Abs(ShopText.Amount(refund.Total) ?? 0));
        return back == 0 ? null : Currencies.ToMinorRounded(back, currency);
    }
}
