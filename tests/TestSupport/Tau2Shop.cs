using System.Text.Json;
using System.Text.Json.Nodes;

namespace Warmline.TestSupport;

/// <summary>The 1,000 retail orders of τ²-bench, data nobody here wrote, turned into Warmline's import format.</summary>
public sealed class Tau2Shop
{
    private const string Database = "shared/data/tau2-retail/db.json";

    private readonly JsonNode _database;

    private Tau2Shop(JsonNode database)
    {
        _database = database;
        Orders = Read();
        Variants = [.. database["products"]!.AsObject().SelectMany(product => Sold(product.Value!))];
    }

    /// <summary>All orders, in the order of the file.</summary>
    public IReadOnlyList<Tau2Order> Orders { get; private set; }

    /// <summary>All that is sold.</summary>
    public IReadOnlyList<Tau2Variant> Variants { get; }

    /// <summary>Null when the data isn't beside the repository; the test then skips itself visibly.</summary>
    public static Tau2Shop? Load()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Database);
            if (File.Exists(file))
            {
                return new Tau2Shop(JsonNode.Parse(File.ReadAllBytes(file))!);
            }
        }

        return null;
    }

    /// <summary>Writes the orders as an import file.</summary>
    public void WriteImportFile(string path) => File.WriteAllText(path, JsonSerializer.Serialize(Orders.Select(o => o.ToImport())));

    /// <summary>Writes what is sold as Warmline's products file.</summary>
    public void WriteProductsFile(string path) => File.WriteAllText(path, JsonSerializer.Serialize(Variants.Select(variant => variant.ToFile())));

    /// <summary>Orders in another state; null leaves an order as it is.</summary>
    public void Change(Func<JsonNode, string?> status)
    {
        foreach (var (_, order) in _database["orders"]!.AsObject())
        {
            order!["status"] = status(order) ?? order["status"]!.GetValue<string>();
        }

        Orders = Read();
    }

    private List<Tau2Order> Read()
    {
        var users = _database["users"]!;
        return [.. _database["orders"]!.AsObject().Select(pair => Order(pair.Value!, users[pair.Value!["user_id"]!.GetValue<string>()]!))];
    }

    private static IEnumerable<Tau2Variant> Sold(JsonNode product) => product["variants"]!.AsObject().Select(variant => new Tau2Variant(
        variant.Value!["item_id"]!.GetValue<string>(),
        product["product_id"]!.GetValue<string>(),
        product["name"]!.GetValue<string>(),
        Options(variant.Value!),
        variant.Value!["price"]!.GetValue<decimal>(),
        variant.Value!["available"]!.GetValue<bool>()));

    private static Tau2Order Order(JsonNode order, JsonNode user) => new(
        order["order_id"]!.GetValue<string>(),
        user["email"]!.GetValue<string>(),
        $"{user["name"]!["first_name"]} {user["name"]!["last_name"]}",
        order["status"]!.GetValue<string>(),
        [.. order["items"]!.AsArray().Select(item => Item(item!))],
        order["fulfillments"]!.AsArray().SelectMany(f => f!["tracking_id"]!.AsArray()).Select(id => id!.GetValue<string>()).FirstOrDefault(),
        Refund(order))
    {
        UserId = order["user_id"]!.GetValue<string>(),
        Payment = Kind(order["payment_history"]![0]!["payment_method_id"]!.GetValue<string>()),
        Street = order["address"]!["address1"]!.GetValue<string>(),
        AddressMore = order["address"]!["address2"]!.GetValue<string>(),
        City = order["address"]!["city"]!.GetValue<string>(),
        Region = order["address"]!["state"]!.GetValue<string>(),
        PostCode = order["address"]!["zip"]!.GetValue<string>(),
    };

    // gift_card_1725971 is a gift card.
    private static string Kind(string paymentMethodId) => paymentMethodId[..paymentMethodId.LastIndexOf('_')];

    private static Tau2Item Item(JsonNode item) => new(
        item["name"]!.GetValue<string>(),
        Options(item),
        item["price"]!.GetValue<decimal>())
    {
        ProductId = item["product_id"]!.GetValue<string>(),
        VariantId = item["item_id"]!.GetValue<string>(),
    };

    private static string Options(JsonNode item) => string.Join(", ", item["options"]!.AsObject().Select(option => $"{option.Key}: {option.Value}"));

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
    /// <summary>The customer's id.</summary>
    public string UserId { get; init; } = "";

    /// <summary>τ²'s word: gift_card, credit_card, paypal.</summary>
    public string Payment { get; init; } = "";

    /// <summary>Of the address it goes to.</summary>
    public string Street { get; init; } = "";

    /// <summary>The second line of the street.</summary>
    public string AddressMore { get; init; } = "";

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The state.</summary>
    public string Region { get; init; } = "";

    /// <summary>The ZIP code.</summary>
    public string PostCode { get; init; } = "";

    internal object ToImport() => new
    {
        orderNumber = Number,
        email = Email,
        customerName = CustomerName,
        status = Status.Split(" (")[0],
        modified = Status.Contains("(items modified)", StringComparison.Ordinal),
        customerId = UserId,
        payment = Payment switch { "gift_card" => "giftCard", "credit_card" => "card", _ => "wallet" },
        street = Street,
        addressMore = AddressMore,
        city = City,
        region = Region,
        postCode = PostCode,
        country = "US",
        currency = "USD",
        trackingNumber = TrackingNumber,
        refund = Refund,
        items = Items.Select(item => new { itemName = item.Name, options = item.Options, unitPrice = item.Price, productId = item.ProductId, variantId = item.VariantId }),
    };
}

/// <summary>One item; every item of the set is bought once.</summary>
public sealed record Tau2Item(string Name, string Options, decimal Price)
{
    /// <summary>The same for all variants.</summary>
    public string ProductId { get; init; } = "";

    /// <summary>τ²'s item id; an order may hold the same twice.</summary>
    public string VariantId { get; init; } = "";
}

/// <summary>Something that is sold.</summary>
public sealed record Tau2Variant(string Id, string ProductId, string Name, string Options, decimal Price, bool IsAvailable)
{
    internal object ToFile() => new
    {
        id = Id,
        productId = ProductId,
        name = Name,
        options = Options,
        price = Price,
        currency = "USD",
        availability = IsAvailable ? "inStock" : "outOfStock",
    };
}
