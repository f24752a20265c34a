using System.Text;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

public sealed class JsonImportTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Everything_a_customer_is_told_arrives()
    {
        const string More = """
            "customerName": "سارا", "placedAt": "2026-11-01T23:30:00+03:30", "carrier": "Bocian", "trackingNumber": "KB1",
            "trackingUrl": "https://track.example.com/KB1", "promisedBy": "2026-11-05", "deliveredAt": "2026-11-04", "pickupUntil": "2026-11-09", "refund": 3,
            """;
        await _shop.ImportAsync("orders.json", $"[{Samples.Json(status: "out_for_delivery", more: More)}]");

        var order = await _shop.FoundAsync("W100", "jan@example.com");

        Assert.Equal(OrderStatus.OutForDelivery, order.Status);
        Assert.Equal(("سارا", "Bocian", "KB1", "PLN"), (order.CustomerName, order.Carrier, order.TrackingNumber, order.Currency));
        Assert.Equal(new Uri("https://track.example.com/KB1"), order.TrackingUrl);
        Assert.Equal(new DateTime(2026, 11, 1, 20, 0, 0, DateTimeKind.Utc), order.PlacedAt);
        Assert.Equal(new DateTime(2026, 11, 4, 12, 0, 0, DateTimeKind.Utc), order.DeliveredAt);
        Assert.Equal((new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 9)), (order.PromisedBy, order.PickupUntil));
        Assert.Equal(300, order.RefundMinor);
        Assert.Equal([new OrderItem("Kubek", 2, "kolor: mech", 1990) { Id = "1" }], order.Items);
    }

    [Fact]
    public async Task Importing_the_same_file_twice_changes_nothing_and_says_so()
    {
        var file = _shop.WriteFile("orders.json", $"[{Samples.Json("#W1")},{Samples.Json("#W2")}]");
        await _shop.RunAsync("import", file);
        Assert.Contains("2 orders, 2 items (2 new, 0 replaced, 0 removed)", _shop.Output, StringComparison.Ordinal);
        var first = await File.ReadAllTextAsync(_shop.Folder.OrdersFile, TestContext.Current.CancellationToken);

        await _shop.RunAsync("import", file);

        Assert.Contains("(0 new, 2 replaced, 0 removed)", _shop.Output, StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllTextAsync(_shop.Folder.OrdersFile, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Directory.GetFiles(_shop.Folder.Root), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_the_new_file_lacks_is_gone()
    {
        await _shop.ImportAsync("a.json", $"[{Samples.Json("#W1")},{Samples.Json("#W2")}]");
        await _shop.ImportAsync("b.json", $"[{Samples.Json("#W2")}]");

        Assert.Contains("1 removed", _shop.Output, StringComparison.Ordinal);
        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("W1", "jan@example.com"));
    }

    [Theory]
    [InlineData("\"email\": \"jan@example.com\"", "\"email\": \"jan(at)example.com\"", "email", "not an e-mail")]
    [InlineData("\"email\": \"jan@example.com\"", "\"email\": \"jan@example\"", "email", "not an e-mail")]
    [InlineData("\"email\": \"jan@example.com\"", "\"email\": null", "email", "missing")]
    [InlineData("Shipped", "On its way", "status", "known are Placed, Paid")]
    [InlineData("19.90", "-1", "items[0].unitPrice", "negative")]
    [InlineData("19.90", "\"19,90\"", "items[0].unitPrice", "not an amount")]
    [InlineData("19.90", "19.905", "items[0].unitPrice", "more decimals than PLN")]
    [InlineData("19.90", "null", "items[0].unitPrice", "missing")]
    [InlineData("19.90", "[1]", "items[0].unitPrice", "expected text or a number")]
    [InlineData("\"quantity\": 2", "\"quantity\": 0", "items[0].quantity", "whole number")]
    [InlineData("\"PLN\"", "\"zł\"", "currency", "not a currency code")]
    [InlineData("\"PLN\"", "\"PLN\", \"placedAt\": \"2026-02-30\"", "placedAt", "not a date")]
    [InlineData("\"PLN\"", "\"PLN\", \"placedAt\": \"2026-02-03T10:00:00\"", "placedAt", "not a date")]
    [InlineData("\"PLN\"", "\"PLN\", \"placedAt\": \"1405-09-01\"", "placedAt", "Gregorian")]
    [InlineData("\"PLN\"", "\"PLN\", \"placedAt\": \"2026-12-24\"", "placedAt", "future")]
    [InlineData("\"PLN\"", "\"PLN\", \"placedAt\": \"2026-11-10\", \"deliveredAt\": \"2026-11-01\"", "deliveredAt", "before placedAt")]
    [InlineData("\"PLN\"", "\"PLN\", \"trackingUrl\": \"javascript:alert(1)\"", "trackingUrl", "not an http")]
    [InlineData("\"PLN\"", "\"PLN\", \"trackingURL\": \"https://a.example.com\"", "trackingURL", "unknown field")]
    [InlineData("\"PLN\"", "\"PLN\", \"customerName\": \"a\\nb\"", "customerName", "control character")]
    [InlineData("\"PLN\"", "\"PLN\", \"currency\": \"EUR\"", "currency", "given twice")]
    [InlineData("#W2", "#", "orderNumber", "neither a letter nor a digit")]
    [InlineData("#W2", "w-1", "orderNumber", "was already in line 1")]
    public async Task A_wrong_value_is_named_by_line_and_field_and_nothing_changes(string good, string bad, string field, string reason)
    {
        await _shop.ImportAsync("good.json", $"[{Samples.Json("#W9")}]");
        var second = Samples.Json("#W2").Replace(good, bad, StringComparison.Ordinal);

        Assert.Equal(1, await _shop.ImportAsync("bad.json", $"[{Samples.Json("#W1")},\n{second}]"));

        // The first order takes two lines, so the second begins on the third.
        Assert.Contains($"line 3, $[1].{field}: ", _shop.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, _shop.Errors, StringComparison.Ordinal);
        Assert.Empty(_shop.Output);
        await _shop.FoundAsync("W9", "jan@example.com");
        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync("W1", "jan@example.com"));
    }

    [Fact]
    public async Task Lines_are_counted_from_the_top_of_the_file()
    {
        var orders = string.Join(",\n\n", Samples.Json("#W1"), Samples.Json("#W2"), Samples.Json("#W3", status: "?"));

        Assert.Equal(1, await _shop.ImportAsync("bad.json", $"[\r\n{orders}\r\n]"));

        Assert.Contains("line 8, $[2].status: ", _shop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_number_with_another_address_is_refused_as_such()
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.json", $"[{Samples.Json()},{Samples.Json(email: "eva@example.com")}]"));

        Assert.Contains("with a different e-mail", _shop.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{}", "expected a list of orders")]
    [InlineData("[]", "holds no orders")]
    [InlineData("[1]", "$[0]: expected an order")]
    [InlineData("[{}]\n[", "line 2: not valid JSON")]
    [InlineData("[\n{\"email\": oops}]", "line 2: not valid JSON")]
    [InlineData("[{\"email\": \"\\ud800\"}]", "$[0]: holds an escape that is no character")]
    [InlineData("[{\"\\ud800\": 1}]", "$[0]: holds an escape that is no character")]
    [InlineData("[{\"items\": 3}]", "$[0].items: expected a list of items")]
    [InlineData("[{\"items\": [], \"items\": [3]}]", "$[0].items: given twice")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]", "not valid JSON")]
    public async Task A_file_of_the_wrong_shape_is_refused_with_its_place(string content, string said)
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.json", content));

        Assert.Contains(said, _shop.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_shop.Folder.OrdersFile));
    }

    [Fact]
    public async Task Twenty_problems_are_listed_and_the_rest_counted()
    {
        var orders = string.Join(",\n", Enumerable.Range(0, 33).Select(n => Samples.Json($"#W{n}", email: "nobody")));

        Assert.Equal(1, await _shop.ImportAsync("bad.json", $"[{orders}]"));

        Assert.Equal(20, _shop.Errors.Split('\n').Count(line => line.Contains("not an e-mail", StringComparison.Ordinal)));
        Assert.Contains("… and 13 more", _shop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        var polish = Encoding.Latin1.GetBytes($"[\n{Samples.Json().Replace("mech", "zieleñ", StringComparison.Ordinal)}]");
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("[]")).ToArray();

        Assert.Equal(1, await _shop.RunAsync("import", _shop.WriteFile("latin.json", polish)));
        Assert.Contains("line 3: not UTF-8", _shop.Errors, StringComparison.Ordinal);
        Assert.Equal(1, await _shop.RunAsync("import", _shop.WriteFile("utf16.json", utf16)));
        Assert.Contains("not UTF-8", _shop.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_welcome()
    {
        Assert.Equal(0, await _shop.ImportAsync("bom.json", $"\uFEFF[{Samples.Json()}]"));
    }

    [Fact]
    public async Task Words_in_a_broken_file_can_not_command_the_terminal()
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.json", $"[{Samples.Json(status: "\\u001b[2J\\u202Egone")}]"));

        Assert.DoesNotContain(_shop.Errors, c => c is '\u001b' or '\u202e');
    }
}
