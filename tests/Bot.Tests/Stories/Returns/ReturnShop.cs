using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Shop;
using Warmline.Handoff.Tasks;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories.Returns;

/// <summary>A shop whose customers return things: for each test orders of its own, since what is asked back once stays asked back.</summary>
public sealed class ReturnShop : IAsyncLifetime
{
    private const int SetsOfOrders = 40;
    private static readonly string[] Languages = ["en", "pl", "ru", "fa"];

    private readonly Dictionary<string, int> _used = [];
    private WarmlineApplication? _app;

    internal WarmlineApplication App => _app!;

    public async ValueTask InitializeAsync()
    {
        var folder = WarmlineApplication.NewFolder();
        var shop = Directory.CreateDirectory(Path.Combine(folder.FullName, "shop")).FullName;
        var import = Path.Combine(folder.FullName, "import.json");
        await File.WriteAllTextAsync(import, JsonSerializer.Serialize(Languages.SelectMany(Orders)));
        await File.WriteAllTextAsync(Path.Combine(shop, "products.json"), JsonSerializer.Serialize(Languages.SelectMany(Products)));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", folder.FullName)]).Build();
        using var said = new StringWriter();
        Assert.True(await ShopCommands.TryRunAsync(["shop", "import", import], said, said, settings, folder.FullName, CancellationToken.None) == 0, said.ToString());
        _app = WarmlineApplication.OpenOn(folder, ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A day as the shop counts them.</summary>
    internal static DateOnly DaysAgo(int days) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Warsaw").Date).AddDays(-days);

    /// <summary>A customer with orders that nobody else in the tests touches.</summary>
    internal async Task<(ReturnSpoken Said, Customer Customer)> OpenAsync(string language)
    {
        int set;
        lock (_used)
        {
            set = _used[language] = _used.GetValueOrDefault(language) + 1;
        }

        Assert.True(set < SetsOfOrders, "More sets of orders are needed.");
        return (ReturnSpoken.In(language, set), await App.OpenChatAsync(language));
    }

    /// <summary>The shop does what was asked; the turn that tells it.</summary>
    internal async Task<string> DoneAsync(Customer customer)
    {
        while (await App.Services.GetRequiredService<TaskWorker>().RunOnceAsync(WarmlineApplication.Cancel))
        {
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(WarmlineApplication.Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        return string.Join('\n', (await customer.NextTurnAsync(patience.Token)).Select(line => line.Text));
    }

    internal async Task<Order> OrderAsync(ReturnSpoken said, string number) => Assert.IsType<OrderLookup.Found>(
        await App.Services.GetRequiredService<IShop>().FindOrderAsync(number, OrderProof.Of(said.Email), WarmlineApplication.Cancel)).Order;

    private static IEnumerable<object> Orders(string language) => Enumerable.Range(1, SetsOfOrders - 1).Select(set => ReturnSpoken.In(language, set)).SelectMany(said => new[]
    {
        Order(said, said.Fresh, "Delivered", 5, Mug(said), Candle(said), new { itemName = said.Plate, quantity = 3, unitPrice = 20m }),
        Order(said, said.Old, "Delivered", 47, new { itemName = said.Shelf, quantity = 1, unitPrice = 96m }),
        Order(said, said.Placed, "Placed", null, Mug(said)),
        Order(said, said.Shipped, "Shipped", null, Mug(said)),
        Order(said, said.Undated, "Delivered", null, new { itemName = said.Lamp, quantity = 1, unitPrice = 120m }),
    });

    private static object Mug(ReturnSpoken said) =>
        new { itemName = said.Mug, quantity = 1, options = said.Blue, unitPrice = 15m, productId = $"mug-{said.Language}", variantId = $"mug-{said.Language}-blue" };

    private static object Candle(ReturnSpoken said) => new { itemName = said.Candle, quantity = 1, unitPrice = 9m, traits = "hygiene" };

    private static object Order(ReturnSpoken said, string number, string status, int? daysAgo, params object[] items) => new
    {
        orderNumber = number,
        email = said.Email,
        status,
        currency = "EUR",
        payment = "card",
        country = "PL",
        street = "Lipowa 1",
        city = "Kraków",
        placedAt = Day(60),
        deliveredAt = daysAgo is { } days ? Day(days) : null,
        items,
    };

    private static string Day(int ago) => DaysAgo(ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<object> Products(string language) => new[] { ("blue", 15m), ("green", 17m), ("red", 15m) }.Select(variant => new
    {
        id = $"mug-{language}-{variant.Item1}",
        productId = $"mug-{language}",
        name = ReturnSpoken.In(language, 1).Mug,
        options = ReturnSpoken.In(language, 1).Colour(variant.Item1),
        price = variant.Item2,
        currency = "EUR",
        availability = "inStock",
    });
}
