using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A running shop whose orders the stories make up: any state, any day. It keeps the port's promises about proofs.</summary>
public sealed class OrderShop : IAsyncDisposable
{
    public const string Email = "owner@example.com";
    public const string Phone = "+48 601 234 567";

    private readonly ConcurrentDictionary<string, Order> _orders = [];
    private int _last = 1000;

    public OrderShop()
    {
        var shop = new Mock<IShop>();
        shop.SetupGet(port => port.Policy).Returns(DemoShop.Returns());
        shop.SetupGet(port => port.Capabilities).Returns(ShopCapabilities.All);
        shop.Setup(port => port.FindOrderAsync(It.IsAny<string>(), It.IsAny<OrderProof>(), It.IsAny<CancellationToken>())).Returns(
            (string number, OrderProof proof, CancellationToken _) => IsDown ? throw new ShopUnavailableException("down") : Task.FromResult(Find(number, proof)));
        shop.Setup(port => port.RecentOrdersAsync(It.IsAny<ShopCustomer>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).Returns(
            (ShopCustomer customer, int most, CancellationToken _) => IsDown ? throw new ShopUnavailableException("down") : Task.FromResult<IReadOnlyList<Order>>(
                [.. _orders.Values.Where(order => order.CustomerId == customer.Id).OrderByDescending(order => order.Number).Take(most)]));
        App = WarmlineApplication.OpenWith(
            services => services.AddSingleton(shop.Object),
            ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"),
            ($"Warmline:Shop:Identity:Keys:{ShopSignature.KeyId}:Secret", Convert.ToBase64String(ShopSignature.Secret)));
    }

    internal WarmlineApplication App { get; }

    /// <summary>The shop's system does not answer.</summary>
    internal bool IsDown { get; set; }

    internal DateOnly Today => App.Services.GetRequiredService<ShopClock>().Day.Today;

    internal DateTime Now => App.Services.GetRequiredService<ShopClock>().UtcNow;

    /// <summary>Puts an order into the shop, under a number of its own.</summary>
    internal Order Put(OrderStatus status, Func<Order, Order>? with = null)
    {
        var number = $"ST-{Interlocked.Increment(ref _last)}";
        var order = new Order
        {
            Number = number,
            Email = Email,
            Phone = Phone,
            Status = status,
            RawStatus = status == OrderStatus.Unknown ? "wc-on_backburner" : null,
            Currency = "EUR",
            Items = [new OrderItem("Brass lantern", 2, "height: 30 cm", 4550) { Id = "1" }, new OrderItem("Velvet cushion", 1, null, 2000) { Id = "2" }],
        };
        return _orders[number] = with?.Invoke(order) ?? order;
    }

    internal void Change(Order order) => _orders[order.Number] = order;

    /// <summary>A visitor for whom the shop vouches.</summary>
    internal async Task<Customer> SignedInAsync(string language, string customerId)
    {
        var customer = await App.OpenChatAsync(language);
        var token = ShopSignature.Token(new { sub = customerId, aud = "warmline", exp = ShopSignature.In(TimeSpan.FromMinutes(20)), jti = Guid.NewGuid() });
        await TradeAsync(customer, token);
        return customer;
    }

    internal async Task TradeAsync(Customer customer, string? identity)
    {
        using var answer = await App.Http.PostAsJsonAsync("/chat/session", new { visitorKey = customer.VisitorKey, identity }, WarmlineApplication.Cancel);
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(WarmlineApplication.Cancel);
        Assert.True(identity is null || session.GetProperty("identity").GetString() == "accepted");
    }

    /// <summary>An order of the owner's, told to a new visitor who proved it.</summary>
    internal async Task<(Customer Customer, string Answer)> ToldAsync(string language, Order order)
    {
        var customer = await App.OpenChatAsync(language);
        return (customer, await customer.AskAsync($"{Spoken.In(language).WhereIsIt} {order.Number} {Email}", WarmlineApplication.Cancel));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private OrderLookup Find(string number, OrderProof proof) =>
        _orders.Values.FirstOrDefault(order => OrderNumber.Normalise(order.Number) == OrderNumber.Normalise(number)) is not { } order ? new OrderLookup.NotFound()
        : proof.Fits(order) ? new OrderLookup.Found(order) : new OrderLookup.NotTheOwner();
}
