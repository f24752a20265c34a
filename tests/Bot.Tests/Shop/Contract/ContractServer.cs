using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>A shop that implements <c>shop-openapi.yaml</c>, in the plainest way: with proofs, keys and states checked.</summary>
internal sealed class ContractServer : ShopServer
{
    public const string Token = "0123456789abcdef0123456789abcdef";
    private const int PerPage = 20;

    private readonly Lock _using = new();
    private readonly Dictionary<string, JsonObject> _orders = [];
    private readonly Dictionary<string, (string What, JsonObject Outcome)> _writes = [];

    /// <summary>How many writes were done, not how often they were sent.</summary>
    public int Done => _writes.Count;

    public JsonObject Put(SampleOrder order) => _orders[OrderNumber.Normalise(order.Number)] = OrderOf(order);

    protected override void Map(WebApplication app)
    {
        app.Use((context, next) => context.Request.Headers.Authorization == $"Bearer {Token}" ? next(context) : Results.Json(new { code = "unauthorized" }, statusCode: 401).ExecuteAsync(context));
        var api = app.MapGroup("/warmline");
        api.MapPost("/orders/find", (JsonObject asked) => Find(Text(asked["number"]), asked["proof"]!) is { } order ? Results.Json(order) : Missing(Text(asked["number"])));
        api.MapPost("/customers/orders", (JsonObject asked) => Recent(asked));
        api.MapPost("/customers/standing", (JsonObject asked) => Standing(Text(asked["customer"]!["id"])));
        api.MapGet("/products", (string words) => Results.Json(new { products = words == "50" || "Kubek „Mech”".Contains(words, StringComparison.OrdinalIgnoreCase) ? Products : [] }));
        api.MapPut("/writes/{key}", (string key, JsonObject write) => Write(key, write));
        api.MapGet("/writes/{key}", (string key) => _writes.TryGetValue(key, out var known) ? Results.Json(known.Outcome) : Results.Json(new { code = "not_found" }, statusCode: 404));
    }

    private static readonly object[] Products =
    [
        new { id = "501", productId = "50", name = "Kubek „Mech”", options = "glazura: mech", price = 54, currency = "PLN", availability = "inStock" },
        new { id = "502", productId = "50", name = "Kubek „Mech”", options = "glazura: piasek", price = 59, currency = "PLN", availability = "outOfStock" },
    ];

    private JsonObject? Find(string number, JsonNode proof) => _orders.TryGetValue(OrderNumber.Normalise(number), out var order) && Text(proof["by"]) switch
    {
        "email" => Text(proof["address"]).Equals(Text(order["email"]), StringComparison.OrdinalIgnoreCase),
        "phone" => Digits(Text(proof["number"])) == Digits(Text(order["phone"])),
        "signed" => order["customerId"] is { } id && Text(proof["customer"]!["id"]) == Text(id),
        _ => false,
    } ? order : null;

    private IResult Missing(string number) =>
        Results.Json(new { code = _orders.ContainsKey(OrderNumber.Normalise(number)) ? "not_the_owner" : "not_found" }, statusCode: 404);

    private IResult Recent(JsonObject asked)
    {
        var (page, all) = (asked["page"]!.GetValue<int>(), OrdersOf(Text(asked["customer"]!["id"])));
        var shown = all.OrderByDescending(order => Text(order["placedAt"]), StringComparer.Ordinal).Skip((page - 1) * PerPage).Take(PerPage).Select(order => order.DeepClone());
        return Results.Json(new JsonObject { ["orders"] = new JsonArray([.. shown]), ["nextPage"] = page * PerPage < all.Count ? page + 1 : null });
    }

    private IResult Standing(string customer) => OrdersOf(customer) is { Count: > 0 } orders
        ? Results.Json(new { orders = orders.Count, vip = true, spent = new[] { new { amount = 108.0 * orders.Count, currency = "PLN" } }, pastComplaints = 1 })
        : Results.Json(new { code = "not_found" }, statusCode: 404);

    private List<JsonObject> OrdersOf(string customer) => [.. _orders.Values.Where(order => order["customerId"] is { } id && Text(id) == customer)];

    private IResult Write(string key, JsonObject write)
    {
        lock (_using)
        {
            var what = $"{Text(write["write"])} {OrderNumber.Normalise(Text(write["orderNumber"]))}";
            if (_writes.TryGetValue(key, out var known))
            {
                return known.What == what ? Results.Json(known.Outcome) : Results.Json(new { code = "key_used" }, statusCode: 409);
            }

            if (Find(Text(write["orderNumber"]), write["proof"]!) is not { } order)
            {
                return Missing(Text(write["orderNumber"]));
            }

            if (!Apply(order, write, key))
            {
                return Results.Json(new { outcome = "refused", why = "wrongState" });
            }

            var outcome = new JsonObject { ["outcome"] = "done", ["reference"] = $"RMA-{key}", ["instructions"] = "Paczkomat KRA01M" };
            _writes[key] = (what, outcome);
            return Results.Json(outcome);
        }
    }

    private static bool Apply(JsonObject order, JsonObject write, string key)
    {
        var isEarly = Text(order["status"]) == "paid";
        switch (Text(write["write"]))
        {
            case "cancel" when isEarly:
                order["status"] = "cancelled";
                return true;
            case "address" when isEarly:
                order["address"] = write["address"]!.DeepClone();
                return true;
            case "return" or "exchange" when Text(order["status"]) == "delivered" && order["requests"]!.AsArray().Count == 0:
                order["requests"]!.AsArray().Add(new JsonObject { ["kind"] = write["write"]!.DeepClone(), ["reference"] = $"RMA-{key}" });
                return true;
            default:
                return false;
        }
    }

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 9 } digits ? digits[^9..] : "";

    private static JsonObject OrderOf(SampleOrder order) => new()
    {
        ["number"] = order.Number,
        ["email"] = order.Email,
        ["phone"] = order.Phone,
        ["customerId"] = order.CustomerId,
        ["status"] = char.ToLowerInvariant(order.Status[0]) + order.Status[1..],
        ["currency"] = "PLN",
        ["placedAt"] = Instant(order.PlacedAt),
        ["deliveredAt"] = order.DeliveredAt is { } at ? Instant(at) : null,
        ["address"] = new JsonObject { ["street"] = "Lipowa 1", ["city"] = "Kraków", ["postCode"] = "30-001", ["country"] = "PL" },
        ["payment"] = "transfer",
        ["somethingNew"] = new JsonArray(1, 2),
        ["items"] = new JsonArray(new JsonObject
        {
            ["id"] = SampleOrder.ItemId,
            ["name"] = order.ItemName,
            ["quantity"] = 2,
            ["options"] = "glazura: mech",
            ["unitPrice"] = 54.00,
            ["productId"] = "50",
            ["variantId"] = "501",
        }),
        ["requests"] = new JsonArray(),
    };

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
