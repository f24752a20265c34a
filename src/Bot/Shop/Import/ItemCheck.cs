using System.Globalization;

namespace Warmline.Bot.Shop.Import;

/// <summary>Makes the items of an order out of raw ones, and the parcels they are in.</summary>
internal static class ItemCheck
{
    public static List<OrderItem> Items(RawOrder raw, string currency, ImportProblems problems)
    {
        var (items, seen) = (new List<OrderItem>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var fields in raw.Items.Select(item => new FieldReader(item, problems)))
        {
            var item = Item(fields, currency, problems) with { Id = Id(fields, items.Count) };
            if (!seen.Add(item.Id))
            {
                fields.Wrong<string>(FieldNames.ItemId, $"{ImportProblems.Quote(item.Id)} was already in this order");
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>An item names its parcel by the parcel's tracking number; what else is known of the parcel stands in any of its items.</summary>
    public static List<Parcel> Parcels(RawOrder raw, IReadOnlyList<OrderItem> items, ImportProblems problems) =>
    [
        .. raw.Items.Zip(items, (fields, item) => (Fields: new FieldReader(fields, problems), item.Id))
            .Select(item => (item.Fields, item.Id, Parcel: item.Fields.Text(FieldNames.Parcel, 80)))
            .Where(item => item.Parcel is not null)
            .GroupBy(item => item.Parcel!, StringComparer.Ordinal)
            .Select(parcel => Parcel(parcel.Key, [.. parcel.Select(item => item.Id)], [.. parcel.Select(item => item.Fields)])),
    ];

    private static Parcel Parcel(string number, List<string> itemIds, List<FieldReader> items) => new()
    {
        TrackingNumber = number,
        ItemIds = itemIds,
        Status = items.Select(item => item.StatusIfAny(FieldNames.ParcelStatus)).FirstOrDefault(status => status is not null) ?? OrderStatus.Shipped,
        Carrier = items.Select(item => item.Text(FieldNames.ParcelCarrier, 80)).FirstOrDefault(text => text is not null),
        TrackingUrl = items.Select(item => item.WebAddress(FieldNames.ParcelUrl)).FirstOrDefault(link => link is not null),
        DeliveredAt = items.Select(item => item.Instant(FieldNames.ParcelDeliveredAt)).FirstOrDefault(at => at is not null),
    };

    private static string Id(FieldReader fields, int index) =>
        fields.Text(FieldNames.ItemId, 80) ?? (index + 1).ToString(CultureInfo.InvariantCulture);

    private static OrderItem Item(FieldReader fields, string currency, ImportProblems problems)
    {
        var before = problems.Count;
        var price = fields.Money(FieldNames.UnitPrice, currency);
        if (price is null && problems.Count == before)
        {
            fields.Wrong<string>(FieldNames.UnitPrice, "missing");
        }

        return new OrderItem(
            fields.Required(FieldNames.ItemName, 200), fields.Quantity(FieldNames.Quantity), fields.Text(FieldNames.Options, 300), price ?? 0)
        {
            ProductId = fields.Text(FieldNames.ProductId, 80),
            VariantId = fields.Text(FieldNames.VariantId, 80),
            Category = fields.Text(FieldNames.Category, 80),
            Traits = fields.Traits(FieldNames.Traits),
        };
    }
}
