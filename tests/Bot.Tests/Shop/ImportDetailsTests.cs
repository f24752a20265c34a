using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

/// <summary>What an order tells beside its state arrives, is kept, and is the same after another import of the stored file.</summary>
public sealed class ImportDetailsTests : IDisposable
{
    private const string Full = """
        [{"orderNumber": "#W100", "email": "jan@example.com", "status": "PartlyShipped", "currency": "PLN", "customerId": "7", "phone": "+48 600 100 200", "vip": true,
          "street": "Lipowa 1", "addressMore": "m. 4", "postCode": "30-001", "city": "Kraków", "country": "pl", "payment": "gift-card", "total": 120.5,
          "promisedBy": "2026-11-20", "expectedBy": "2026-11-30", "delayReason": "brak szkliwa", "refundBy": "2026-12-01", "modified": "yes",
          "items": [{"itemId": "a", "itemName": "Kubek", "unitPrice": 54, "productId": "50", "variantId": "501", "category": "Kubki", "traits": "onSale, hygiene",
                     "parcel": "KB1", "parcelStatus": "delivered", "parcelCarrier": "Bocian", "parcelUrl": "https://track.example.com/KB1", "parcelDeliveredAt": "2026-11-19"},
                    {"itemName": "Talerz", "unitPrice": 69}]}]
        """;

    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Everything_told_is_kept_and_survives_another_reading()
    {
        Assert.Equal(0, await _shop.ImportAsync("orders.json", Full));
        var order = await _shop.FoundAsync("W100", "jan@example.com");

        Assert.Equal(("7", "+48 600 100 200", true, PaymentKind.GiftCard, 12050L), (order.CustomerId, order.Phone, order.IsVip, order.Payment, order.TotalMinor));
        Assert.Equal(new PostalAddress("Lipowa 1", "Kraków") { More = "m. 4", PostCode = "30-001", Country = "PL" }, order.Address);
        Assert.Equal((true, "brak szkliwa", new DateOnly(2026, 11, 30)), (order.IsModified, order.DelayReason, order.ComesBy));
        Assert.Equal([("a", ItemTraits.OnSale | ItemTraits.Hygiene), ("2", ItemTraits.None)], order.Items.Select(item => (item.Id, item.Traits)));
        var parcel = Assert.Single(order.Parcels);
        Assert.Equal(("KB1", "Bocian", OrderStatus.Delivered, "a"), (parcel.TrackingNumber, parcel.Carrier, parcel.Status, Assert.Single(parcel.ItemIds)));
        var stored = await File.ReadAllTextAsync(_shop.Folder.OrdersFile, TestContext.Current.CancellationToken);
        Assert.Equal(0, await _shop.ImportAsync("again.json", stored));
        Assert.Equal(stored, await File.ReadAllTextAsync(_shop.Folder.OrdersFile, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("\"vip\": true", "\"vip\": \"perhaps\"", "vip")]
    [InlineData("\"country\": \"pl\"", "\"country\": \"Poland\"", "country")]
    [InlineData("\"gift-card\"", "\"beads\"", "payment")]
    [InlineData("onSale, hygiene", "onSale, nice", "traits")]
    [InlineData("\"itemId\": \"a\"", "\"itemId\": \"2\"", "itemId")]
    [InlineData("\"delivered\"", "\"gone\"", "parcelStatus")]
    [InlineData("https://track", "javascript:track", "parcelUrl")]
    public async Task A_wrong_detail_is_named(string good, string bad, string field)
    {
        Assert.Equal(1, await _shop.ImportAsync("orders.json", Full.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(field, _shop.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shipped", "2026-11-22", true)]
    [InlineData("Shipped", "2026-11-23", false)]
    [InlineData("Delivered", "2026-11-01", false)]
    [InlineData("AtPickupPoint", "2026-11-01", false)]
    [InlineData("Paid", "2026-11-01", true)]
    [InlineData("Delayed", "2026-11-01", true)]
    [InlineData("Cancelled", "2026-11-01", false)]
    public async Task An_order_is_late_by_its_promised_day(string status, string promised, bool isLate)
    {
        _shop.WriteOrders($"[{Samples.Json(status: status, more: $"\"promisedBy\": \"{promised}\",")}]");

        Assert.Equal(isLate, (await _shop.FoundAsync("W100", "jan@example.com")).IsLate(new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public async Task An_order_without_any_date_is_never_late()
    {
        _shop.WriteOrders($"[{Samples.Json()}]");
        var order = await _shop.FoundAsync("W100", "jan@example.com");

        Assert.False(order.IsLate(DateOnly.MaxValue));
        Assert.Null(order.ComesBy);
    }
}
