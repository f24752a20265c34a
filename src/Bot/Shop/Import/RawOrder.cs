namespace Warmline.Bot.Shop.Import;

/// <summary>
/// Fields as text, before they are checked, and where they stand: <paramref name="Place"/> is a line or row,
/// <paramref name="Path"/> is what stands before the field's name (empty in CSV).
/// </summary>
internal sealed record RawFields(string Place, string Path, IReadOnlyDictionary<string, string> Values);

/// <summary>An order as a file says it.</summary>
internal sealed record RawOrder(RawFields Fields, IReadOnlyList<RawFields> Items);

/// <summary>Names of the fields, the same in JSON and CSV.</summary>
internal static class FieldNames
{
    public const string OrderNumber = "orderNumber";
    public const string Email = "email";
    public const string Status = "status";
    public const string CustomerName = "customerName";
    public const string PlacedAt = "placedAt";
    public const string Currency = "currency";
    public const string Carrier = "carrier";
    public const string TrackingNumber = "trackingNumber";
    public const string TrackingUrl = "trackingUrl";
    public const string PromisedBy = "promisedBy";
    public const string DeliveredAt = "deliveredAt";
    public const string PickupUntil = "pickupUntil";
    public const string Refund = "refund";
    public const string CustomerId = "customerId";
    public const string Phone = "phone";
    public const string Vip = "vip";
    public const string Street = "street";
    public const string AddressMore = "addressMore";
    public const string PostCode = "postCode";
    public const string City = "city";
    public const string Region = "region";
    public const string Country = "country";
    public const string Recipient = "recipient";
    public const string Payment = "payment";
    public const string Total = "total";
    public const string ExpectedBy = "expectedBy";
    public const string DelayReason = "delayReason";
    public const string DeliveredTo = "deliveredTo";
    public const string PickupPoint = "pickupPoint";
    public const string RefundBy = "refundBy";
    public const string Modified = "modified";
    public const string Items = "items";
    public const string ItemName = "itemName";
    public const string Quantity = "quantity";
    public const string Options = "options";
    public const string UnitPrice = "unitPrice";
    public const string ItemId = "itemId";
    public const string ProductId = "productId";
    public const string VariantId = "variantId";
    public const string Category = "category";
    public const string Traits = "traits";
    public const string Parcel = "parcel";
    public const string ParcelStatus = "parcelStatus";
    public const string ParcelCarrier = "parcelCarrier";
    public const string ParcelUrl = "parcelUrl";
    public const string ParcelDeliveredAt = "parcelDeliveredAt";

    public static readonly IReadOnlyList<string> OfOrder =
    [
        OrderNumber, Email, Status, CustomerName, PlacedAt, Currency, Carrier, TrackingNumber, TrackingUrl,
        PromisedBy, DeliveredAt, PickupUntil, Refund,
        CustomerId, Phone, Vip, Street, AddressMore, PostCode, City, Region, Country, Recipient, Payment, Total,
        ExpectedBy, DelayReason, DeliveredTo, PickupPoint, RefundBy, Modified,
    ];

    public static readonly IReadOnlyList<string> OfItem =
    [
        ItemName, Quantity, Options, UnitPrice, ItemId, ProductId, VariantId, Category, Traits,
        Parcel, ParcelStatus, ParcelCarrier, ParcelUrl, ParcelDeliveredAt,
    ];
}
