using System.Globalization;
using System.Text.Json;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Shop.WooCommerce;

/// <summary>Parcels as the shipment tracking plugins keep them: a list of objects in one meta value. Some name the items, most don't.</summary>
internal static class WooTracking
{
    private const int MostParcels = 20;

    public static IReadOnlyList<Parcel> Parcels(WooOrder order, string metaKey) =>
        order.Meta(metaKey)?.Value is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Take(MostParcels).Select(entry => ParcelOf(entry, order)).OfType<Parcel>()]
            : [];

    private static Parcel? ParcelOf(JsonElement entry, WooOrder order)
    {
        var number = Text(entry, "tracking_number");
        return number is null ? null : new Parcel
        {
            ItemIds = Items(entry, order),
            Carrier = Text(entry, "custom_tracking_provider") ?? Text(entry, "formatted_tracking_provider") ?? Text(entry, "tracking_provider"),
            TrackingNumber = number,
            TrackingUrl = WebAddress.Of(Text(entry, "custom_tracking_link") ?? Text(entry, "formatted_tracking_link") ?? Text(entry, "tracking_link")),
        };
    }

    // products_list: [{"item_id": "7", "qty": "1"}], where a plugin has it; otherwise the parcel holds the whole order.
    private static List<string> Items(JsonElement entry, WooOrder order)
    {
        var all = order.LineItems.Select(line => line.Id.ToString(CultureInfo.InvariantCulture)).ToList();
        var named = entry.TryGetProperty("products_list", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => Text(item, "item_id")).OfType<string>().Where(all.Contains).ToList()
            : [];
        return named.Count > 0 ? named : all;
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? ShopText.Clean(value.ToString(), 500)
            : null;
}
