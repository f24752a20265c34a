using System.Text.Json;
using System.Text.Json.Nodes;

namespace Warmline.TestSupport;

/// <summary>The 1,000 retail orders of τ²-bench, data nobody here wrote, turned into Warmline's import format.</summary>
public sealed class Tau2Shop
{
    private const string Database = "shared/data/tau2-retail/db.json";

    private Tau2Shop(IReadOnlyList<Tau2Order> orders) => Orders = orders;

    /// <summary>All orders, in the order of the file.</summary>
    public IReadOnlyList<Tau2Order> Orders { get; }

    /// <summary>Null when the data isn't beside the repository; the test then skips itself visibly.</summary>
    public static Tau2Shop? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Database);
            if (File.Exists(file))
            {
                return Convert(JsonNode.Parse(File.ReadAllBytes(file))!);
            }
        }

        return null;
    }

    /// <summary>Writes the orders as an import file.</summary>
    public void WriteImportFile(string path) => File.WriteAllText(path, JsonSerializer.Serialize(Orders.Select(o => o.ToImport())));

    private static Tau2Shop Convert(JsonNode database)
    {
        var users = database["users"]!;
        return new([.. database["orders"]!.AsObject().Select(pair => Order(pair.Value!, users[pair.Value!["user_id"]!.GetValue<string>()]!))]);
    }

    private static Tau2Order Order(JsonNode order, JsonNode user) => new(
        order["order_id"]!.GetValue<string>(),
        user["email"]!.GetValue<string>(),
        $"{user["name"]!["first_name"]} {user["name"]!["last_name"]}",
        order["status"]!.GetValue<string>(),
        [.. order["items"]!.AsArray().Select(item => Item(item!))],
        order["fulfillments"]!.AsArray().SelectMany(f => f!["tracking_id"]!.AsArray()).Select(id => id!.GetValue<string>()).FirstOrDefault(),
        Refund(order));

    private static Tau2Item Item(JsonNode item) => new(
        item["name"]!.GetValue<string>(),
        string.Join(", ", item["options"]!.AsObject().Select(option => $"{option.Key}: {option.Value}")),
        item["price"]!.GetValue<decimal>());

    private static decimal? Refund(JsonNode order)
    {
        var refunds = order["payment_history"]!.AsArray().Where(p => p!["transaction_type"]!.GetValue<string>() == "refund").ToList();
        return refunds.Count == 0 ? null : refunds.Sum(p => p!["amount"]!.GetValue<decimal>());
    }
}

/// <summary>One order of the set; <paramref name="Status"/> is τ²'s word (pending, processed, delivered, cancelled).</summary>
public sealed record Tau2Order(
    string Number, string Email, string CustomerName, string Status, IReadOnlyList<Tau2Item> Items, string? TrackingNumber, decimal? Refund)
{
    internal object ToImport() => new
    {
        orderNumber = Number,
        email = Email,
        customerName = CustomerName,
        status = Status,
        currency = "USD",
        trackingNumber = TrackingNumber,
        refund = Refund,
        items = Items.Select(item => new { itemName = item.Name, options = item.Options, unitPrice = item.Price }),
    };
}

/// <summary>One item; every item of the set is bought once.</summary>
public sealed record Tau2Item(string Name, string Options, decimal Price);
