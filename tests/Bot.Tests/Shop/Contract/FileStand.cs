using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Import;

namespace Warmline.Bot.Tests.Shop.Contract;

internal sealed class FileStand : IShopStand
{
    private readonly ShopFixture _fixture = new();
    private readonly List<Order> _orders = [];

    public FileStand()
    {
        _fixture.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        Directory.CreateDirectory(_fixture.Folder.Root);
        File.WriteAllText(_fixture.Folder.ProductsFile, """
            [{"id": "501", "productId": "50", "name": "Kubek „Mech”", "options": "glazura: mech", "price": 54, "currency": "PLN", "availability": "inStock"},
             {"id": "502", "productId": "50", "name": "Kubek „Mech”", "options": "glazura: piasek", "price": 59, "currency": "PLN", "availability": "outOfStock"}]
            """);
    }

    public IShop Shop => _fixture.Shop;

    public ShopFixture Fixture => _fixture;

    public void Put(params SampleOrder[] orders)
    {
        _orders.AddRange(orders.Select(ToOrder));
        OrderWriter.Replace(_fixture.Folder.OrdersFile, _orders);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Order ToOrder(SampleOrder order) => new()
    {
        Number = order.Number,
        Email = order.Email,
        Phone = order.Phone,
        CustomerId = order.CustomerId,
        Status = Enum.Parse<OrderStatus>(order.Status),
        Currency = "PLN",
        PlacedAt = order.PlacedAt,
        DeliveredAt = order.DeliveredAt,
        Address = new PostalAddress("Lipowa 1", "Kraków") { PostCode = "30-001", Country = "PL" },
        Items = [new OrderItem(order.ItemName, 2, "glazura: mech", 5400) { Id = SampleOrder.ItemId, ProductId = "50", VariantId = "501" }],
    };
}
