using System.Text.Json;

namespace Warmline.Bot.Shop.Import;

/// <summary>Writes what <see cref="OrderDetails"/> and <see cref="ItemCheck"/> read.</summary>
internal static class OrderDetailsWriter
{
    public static void Write(Utf8JsonWriter json, Order order)
    {
        OrderWriter.WriteText(json, FieldNames.CustomerId, order.CustomerId);
        OrderWriter.WriteText(json, FieldNames.Phone, order.Phone);
        OrderWriter.WriteText(json, FieldNames.Vip, order.IsVip ? "yes" : null);
        Write(json, order.Address);
        OrderWriter.WriteText(json, FieldNames.Payment, order.Payment == PaymentKind.Unknown ? null : order.Payment.ToString());
        if (order.TotalMinor is { } total)
        {
            json.WriteNumber(FieldNames.Total, Currencies.ToAmount(total, order.Currency));
        }

        OrderWriter.WriteText(json, FieldNames.ExpectedBy, OrderWriter.Day(order.ExpectedBy));
        OrderWriter.WriteText(json, FieldNames.DelayReason, order.DelayReason);
        OrderWriter.WriteText(json, FieldNames.DeliveredTo, order.DeliveredTo);
        OrderWriter.WriteText(json, FieldNames.PickupPoint, order.PickupPoint);
        OrderWriter.WriteText(json, FieldNames.RefundBy, OrderWriter.Day(order.RefundBy));
        OrderWriter.WriteText(json, FieldNames.Modified, order.IsModified ? "yes" : null);
    }

    public static void Write(Utf8JsonWriter json, Order order, OrderItem item)
    {
        OrderWriter.WriteText(json, FieldNames.ItemId, item.Id);
        OrderWriter.WriteText(json, FieldNames.ProductId, item.ProductId);
        OrderWriter.WriteText(json, FieldNames.VariantId, item.VariantId);
        OrderWriter.WriteText(json, FieldNames.Category, item.Category);
        OrderWriter.WriteText(json, FieldNames.Traits, item.Traits == ItemTraits.None ? null : item.Traits.ToString());
        if (order.Parcels.FirstOrDefault(parcel => parcel.ItemIds.Contains(item.Id)) is { } parcel)
        {
            OrderWriter.WriteText(json, FieldNames.Parcel, parcel.TrackingNumber);
            OrderWriter.WriteText(json, FieldNames.ParcelStatus, parcel.Status.ToString());
            OrderWriter.WriteText(json, FieldNames.ParcelCarrier, parcel.Carrier);
            OrderWriter.WriteText(json, FieldNames.ParcelUrl, parcel.TrackingUrl?.OriginalString);
            OrderWriter.WriteText(json, FieldNames.ParcelDeliveredAt, OrderWriter.Instant(parcel.DeliveredAt));
        }
    }

    private static void Write(Utf8JsonWriter json, PostalAddress? address)
    {
        OrderWriter.WriteText(json, FieldNames.Street, address?.Street);
        OrderWriter.WriteText(json, FieldNames.AddressMore, address?.More);
        OrderWriter.WriteText(json, FieldNames.PostCode, address?.PostCode);
        OrderWriter.WriteText(json, FieldNames.City, address?.City);
        OrderWriter.WriteText(json, FieldNames.Region, address?.Region);
        OrderWriter.WriteText(json, FieldNames.Country, address?.Country);
        OrderWriter.WriteText(json, FieldNames.Recipient, address?.Recipient);
    }
}
