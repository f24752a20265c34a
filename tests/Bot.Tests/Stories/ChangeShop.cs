using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Handoff.Tasks;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A shop with an order of its own for every story, so that what one cancels is no other's.</summary>
public sealed class ChangeShop : IAsyncLifetime
{
    public const string Email = "jan.kowalski@example.com";
    private const string Rules = """
        {"windowDays": 30, "refundDays": 14, "returnShippingPaidBy": "customer", "exclusions": {"en": [], "pl": [], "ru": [], "fa": []},
         "refunds": {"otherwise": {"fromDays": 5, "toDays": 7, "businessDays": true}}, "cancel": {"from": ["placed", "paid"], "notWhenModified": true}}
        """;

    private const int PerState = 60;
    private static readonly string[] States = ["Placed", "Paid", "Packed", "Shipped", "Delivered", "Cancelled", "Refunded", "Modified"];
    private readonly Dictionary<string, int> _taken = [];
    private DirectoryInfo _folder = null!;

    internal WarmlineApplication App { get; private set; } = null!;

    internal DirectoryInfo Folder => _folder;

    /// <summary>An order in this state that nobody has touched.</summary>
    internal string NewOrder(string state)
    {
        lock (_taken)
        {
            return Number(state, _taken[state] = _taken.GetValueOrDefault(state) + 1);
        }
    }

    /// <summary>What was done in the shop to an order.</summary>
    internal IReadOnlyList<JournalEntry> Writes(string order) => WritesOf(_folder).Where(entry => entry.Write.OrderNumber == order).ToList();

    internal static IEnumerable<JournalEntry> WritesOf(DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, "shop/writes.jsonl");
        return File.Exists(file) ? File.ReadAllLines(file).Select(line => JsonSerializer.Deserialize<JournalEntry>(line, WriteJournal.Json)!) : [];
    }

    /// <summary>The next thing the bot says by itself, when what was asked for is done.</summary>
    internal async Task<string> HearEndAsync(Customer customer) => await HearEndAsync(App, customer);

    internal static async Task<string> HearEndAsync(WarmlineApplication app, Customer customer)
    {
        await app.Services.GetRequiredService<TaskWorker>().RunOnceAsync(WarmlineApplication.Cancel);
        return string.Join('\n', (await customer.NextTurnAsync(WarmlineApplication.Cancel)).Select(line => line.Text));
    }

    /// <summary>A data folder with these orders in it.</summary>
    internal static async Task<DirectoryInfo> FolderAsync(string? returns = null)
    {
        var folder = WarmlineApplication.NewFolder();
        var file = Path.Combine(folder.FullName, "import.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(States.SelectMany(state => Enumerable.Range(1, PerState).Select(n => Order(state, n)))));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", folder.FullName)]).Build();
        using var said = new StringWriter();
        Assert.Equal(0, await ShopCommands.TryRunAsync(["shop", "import", file], said, said, settings, folder.FullName, WarmlineApplication.Cancel));
        if (returns is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shop/returns.json"), returns);
        }

        return folder;
    }

    public async ValueTask InitializeAsync() => App = WarmlineApplication.OpenOn(
        _folder = await FolderAsync(Rules), ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static string Number(string state, int n) => $"CH-{(Array.IndexOf(States, state) * 1000) + 1000 + n}";

    private static object Order(string state, int n) => new
    {
        orderNumber = Number(state, n),
        email = Email,
        status = state == "Modified" ? "Placed" : state,
        modified = state == "Modified",
        currency = "PLN",
        placedAt = "2026-11-20",
        payment = "card",
        total = 132.50m,
        street = "Lipowa 1",
        postCode = "30-001",
        city = "Kraków",
        country = "PL",
        items = new[] { new { itemName = "Kubek Mech", quantity = 2, unitPrice = 54.00m } },
    };
}
