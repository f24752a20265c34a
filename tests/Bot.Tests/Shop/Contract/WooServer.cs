using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>Behaves like WooCommerce's REST interface v3, as its documentation tells: ids, pages in headers, codes of errors, meta data by key.</summary>
internal sealed class WooServer : ShopServer
{
    public const string Key = "ck_0123456789abcdef";
    public const string Secret = "cs_fedcba9876543210";

    private readonly Lock _using = new();
    private readonly SortedDictionary<long, JsonObject> _orders = [];
    private readonly Dictionary<long, JsonArray> _notes = [];
    private int _meta = 100;

    public IReadOnlyCollection<JsonObject> Orders => _orders.Values;

    public int NotesOf(long id) => _notes.GetValueOrDefault(id)?.Count ?? 0;

    public string NoteOf(long id) => _notes[id][0]!["note"]!.GetValue<string>();

    /// <summary>The number is the id, or, with letters, a plugin's.</summary>
    public JsonObject Put(SampleOrder order)
    {
        lock (_using)
        {
            var id = long.TryParse(order.Number, CultureInfo.InvariantCulture, out var number) ? number : 9000 + _orders.Count;
            return _orders[id] = OrderOf(order, id);
        }
    }

    protected override void Map(WebApplication app)
    {
        app.Use((context, next) => IsKnown(context.Request) ? next(context) : Error(401, "woocommerce_rest_cannot_view").ExecuteAsync(context));
        var api = app.MapGroup("/wp-json/wc/v3");
        api.MapGet("/orders/{id:long}", (long id) => _orders.TryGetValue(id, out var order) ? Json(order) : Error(404, "woocommerce_rest_shop_order_invalid_id"));
        api.MapGet("/orders", (HttpContext context, string? search, long? customer, int? page, int? per_page) => ListOrders(context, search, customer, page ?? 1, per_page ?? 10));
        api.MapPut("/orders/{id:long}", async (long id, HttpContext context) => Change(id, (await JsonNode.ParseAsync(context.Request.Body))!.AsObject()));
        api.MapGet("/orders/{id:long}/notes", (long id) => Json(_notes.GetValueOrDefault(id) ?? []));
        api.MapPost("/orders/{id:long}/notes", async (long id, HttpContext context) => Note(id, (await JsonNode.ParseAsync(context.Request.Body))!.AsObject()));
        api.MapGet("/products", (string? include, string? search) => Json(Matches(include, search) ? new JsonArray(Product()) : []));
        api.MapGet("/products/{id:long}/variations", () => Json(new JsonArray(Variation(501, "mech", "54.00", "instock"), Variation(502, "piasek", "59.00", "outofstock"))));
        api.MapGet("/customers/{id:long}", (long id) => id == 7 ? Json(Account()) : Error(404, "woocommerce_rest_invalid_id"));
        api.MapGet("/customers", () => Json(new JsonArray(Account())));
        app.MapFallback(() => Error(404, "rest_no_route"));
    }

    private IResult ListOrders(HttpContext context, string? search, long? customer, int page, int perPage)
    {
        lock (_using)
        {
            var found = _orders.Values
                .Where(order => customer is null || order["customer_id"]!.GetValue<long>() == customer)
                .Where(order => search is null || order.ToJsonString().Contains(search, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(order => order["date_created_gmt"]!.GetValue<string>(), StringComparer.Ordinal).ToList();
            context.Response.Headers["X-WP-Total"] = found.Count.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-WP-TotalPages"] = ((found.Count + perPage - 1) / perPage).ToString(CultureInfo.InvariantCulture);
            return Json(new JsonArray([.. found.Skip((page - 1) * perPage).Take(perPage).Select(order => order.DeepClone())]));
        }
    }

    private IResult Change(long id, JsonObject change)
    {
        lock (_using)
        {
            if (!_orders.TryGetValue(id, out var order))
            {
                return Error(404, "woocommerce_rest_shop_order_invalid_id");
            }

            foreach (var field in new[] { "status", "shipping" }.Where(change.ContainsKey))
            {
                order[field] = change[field]!.DeepClone();
            }

            foreach (var meta in change["meta_data"]?.AsArray() ?? [])
            {
                SetMeta(order, meta!["key"]!.GetValue<string>(), meta["value"]!.DeepClone());
            }

            return Json(order);
        }
    }

    private void SetMeta(JsonObject order, string key, JsonNode value)
    {
        var list = order["meta_data"]!.AsArray();
        if (list.FirstOrDefault(meta => meta!["key"]!.GetValue<string>() == key) is { } known)
        {
            known["value"] = value;
            return;
        }

        list.Add(new JsonObject { ["id"] = _meta++, ["key"] = key, ["value"] = value });
    }

    private IResult Note(long id, JsonObject note)
    {
        lock (_using)
        {
            (_notes.TryGetValue(id, out var notes) ? notes : _notes[id] = []).Add(new JsonObject { ["note"] = note["note"]!.DeepClone(), ["customer_note"] = note["customer_note"]!.DeepClone() });
            return Results.Json(note, statusCode: 201);
        }
    }

    private static bool IsKnown(HttpRequest request) =>
        request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Key}:{Secret}"));

    private static bool Matches(string? include, string? search) =>
        include?.Split(',').Contains("50") == true || (search is not null && "Kubek „Mech”".Contains(search, StringComparison.OrdinalIgnoreCase));

    private static IResult Json(JsonNode node) => Results.Text(node.ToJsonString(), "application/json", Encoding.UTF8);

    private static IResult Error(int status, string code) => Results.Json(new { code, message = "…", data = new { status } }, statusCode: status);

    private static JsonObject Product() => new()
    {
        ["id"] = 50,
        ["name"] = "Kubek „Mech”",
        ["permalink"] = "https://shop.example/kubek",
        ["price"] = "54.00",
        ["stock_status"] = "instock",
        ["virtual"] = false,
        ["downloadable"] = false,
        ["categories"] = new JsonArray(new JsonObject { ["name"] = "Kubki", ["slug"] = "kubki" }),
        ["tags"] = new JsonArray(),
        ["variations"] = new JsonArray(501, 502),
        ["meta_data"] = new JsonArray(),
    };

    private static JsonObject Variation(long id, string glaze, string price, string stock) => new()
    {
        ["id"] = id,
        ["permalink"] = $"https://shop.example/kubek?v={id}",
        ["price"] = price,
        ["stock_status"] = stock,
        ["attributes"] = new JsonArray(new JsonObject { ["name"] = "glazura", ["option"] = glaze }),
    };

    private static JsonObject Account() => new() { ["id"] = 7, ["email"] = "anna@example.com", ["role"] = "vip", ["date_created_gmt"] = "2024-05-01T10:00:00" };

    private static JsonObject OrderOf(SampleOrder order, long id) => new()
    {
        ["id"] = id,
        ["number"] = order.Number,
        ["status"] = order.Status switch { "Paid" => "processing", "Shipped" => "wysylka", "Delivered" => "completed", "Cancelled" => "cancelled", var word => word },
        ["currency"] = "PLN",
        ["date_created"] = "not looked at",
        ["date_created_gmt"] = order.PlacedAt.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        ["total"] = "120.00",
        ["customer_id"] = long.Parse(order.CustomerId ?? "0", CultureInfo.InvariantCulture),
        ["payment_method"] = "bacs",
        ["billing"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Lis", ["email"] = order.Email, ["phone"] = order.Phone },
        ["shipping"] = new JsonObject { ["first_name"] = "Anna", ["last_name"] = "Lis", ["address_1"] = "Lipowa 1", ["address_2"] = "", ["city"] = "Kraków", ["postcode"] = "30-001", ["country"] = "PL" },
        ["line_items"] = new JsonArray(new JsonObject
        {
            ["id"] = 31,
            ["name"] = order.ItemName,
            ["product_id"] = 50,
            ["variation_id"] = 501,
            ["quantity"] = 2,
            ["total"] = "87.80",
            ["total_tax"] = "20.20",
            ["price"] = 43.9,
            ["meta_data"] = new JsonArray(
                new JsonObject { ["id"] = 1, ["key"] = "pa_glazura", ["value"] = "mech", ["display_key"] = "glazura", ["display_value"] = "mech" },
                new JsonObject { ["id"] = 2, ["key"] = "_reduced_stock", ["value"] = "2", ["display_key"] = "_reduced_stock", ["display_value"] = "2" }),
        }),
        ["refunds"] = new JsonArray(),
        ["meta_data"] = order.DeliveredAt is { } at
            ? new JsonArray(new JsonObject { ["id"] = 9, ["key"] = "_delivered_on", ["value"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) })
            : new JsonArray(),
    };
}
