namespace Warmline.Bot.Shop.Import;

/// <summary>What an order tells beside its state: who, where to, how paid, why late.</summary>
internal static class OrderDetails
{
    public static Order Add(Order order, RawOrder raw, FieldReader fields, ImportProblems problems) => order with
    {
        CustomerId = fields.Text(FieldNames.CustomerId, 80),
        Phone = fields.Text(FieldNames.Phone, 40),
        IsVip = fields.YesNo(FieldNames.Vip),
        Address = Address(fields),
        Payment = fields.OneOf<PaymentKind>(FieldNames.Payment),
        TotalMinor = fields.Money(FieldNames.Total, order.Currency),
        ExpectedBy = fields.Day(FieldNames.ExpectedBy),
        DelayReason = fields.Text(FieldNames.DelayReason, 300),
        DeliveredTo = fields.Text(FieldNames.DeliveredTo, 120),
        PickupPoint = fields.Text(FieldNames.PickupPoint, 200),
        RefundBy = fields.Day(FieldNames.RefundBy),
        IsModified = fields.YesNo(FieldNames.Modified),
        Parcels = ItemCheck.Parcels(raw, order.Items, problems),
    };

    private static PostalAddress? Address(FieldReader fields)
    {
        var (street, city, country) = (fields.Text(FieldNames.Street, 200), fields.Text(FieldNames.City, 120), fields.Country(FieldNames.Country));
        return street is null && city is null && country is null ? null : new PostalAddress(street ?? "", city ?? "")
        {
            More = fields.Text(FieldNames.AddressMore, 200),
            PostCode = fields.Text(FieldNames.PostCode, 20),
            Region = fields.Text(FieldNames.Region, 120),
            Country = country,
            Recipient = fields.Text(FieldNames.Recipient, 120),
        };
    }
}
