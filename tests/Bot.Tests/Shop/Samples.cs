namespace Warmline.Bot.Tests.Shop;

internal static class Samples
{
    public const string CsvHeader =
        "orderNumber,email,status,customerName,placedAt,currency,carrier,trackingNumber,trackingUrl,promisedBy,deliveredAt,pickupUntil,refund,itemName,quantity,options,unitPrice";

    /// <summary>A good order whose parts a test may spoil; <paramref name="more"/> is put before the items.</summary>
    public static string Json(
        string number = "#W100", string email = "jan@example.com", string status = "Shipped", string more = "", string price = "19.90") => $$"""
        {"orderNumber": "{{number}}", "email": "{{email}}", "status": "{{status}}", "currency": "PLN", {{more}}
         "items": [{"itemName": "Kubek", "quantity": 2, "options": "kolor: mech", "unitPrice": {{price}}}]}
        """;
}
