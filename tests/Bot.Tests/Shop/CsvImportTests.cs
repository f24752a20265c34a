using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

public sealed class CsvImportTests : IDisposable
{
    private const string First = "#W1,jan@example.com,Shipped,Jan,2026-11-01,PLN,,,,,,,,\"Kubek, duży\",2,kolor: mech,19.90";
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task Rows_with_one_number_are_the_items_of_one_order()
    {
        const string Second = "w-1,,,,,,,,,,,,,Talerz,,,54";

        Assert.Equal(0, await _shop.ImportAsync("orders.csv", $"{Samples.CsvHeader}\n{First}\n\n{Second}\n"));

        var order = await _shop.FoundAsync("W1", "jan@example.com");
        Assert.Equal([new OrderItem("Kubek, duży", 2, "kolor: mech", 1990) { Id = "1" }, new OrderItem("Talerz", 1, null, 5400) { Id = "2" }], order.Items);
        Assert.Equal("Jan", order.CustomerName);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Spreadsheets_that_write_another_separator_are_understood(char separator)
    {
        const string Rows = "orderNumber,Email,STATUS,currency,itemName,unitPrice\r\nW1,jan@example.com,paid,EUR,Mug,5.00\r\n";

        Assert.Equal(0, await _shop.ImportAsync("orders.csv", "\uFEFF" + Rows.Replace(',', separator)));

        Assert.Equal(500, Assert.Single((await _shop.FoundAsync("W1", "jan@example.com")).Items).UnitPriceMinor);
    }

    [Theory]
    [InlineData("#W2,eva,Paid,,,PLN,,,,,,,,Mug,1,,5", "row 3, email: \"eva\" is not an e-mail")]
    [InlineData("#W2,eva@example.com,Gone,,,PLN,,,,,,,,Mug,1,,5", "row 3, status: \"Gone\" is unknown")]
    [InlineData("#W2,eva@example.com,Paid,,,PLN,,,,,,,,Mug,1,,-5", "row 3, unitPrice: \"-5\" is negative")]
    [InlineData("#W2,eva@example.com,Paid,,24.12.2026,PLN,,,,,,,,Mug,1,,5", "row 3, placedAt: \"24.12.2026\" is not a date")]
    [InlineData("#W2,eva@example.com,Paid,,,PLN,,,,,,,,,1,,5", "row 3, itemName: missing")]
    [InlineData("W 1,eva@example.com,,,,,,,,,,,,Mug,1,,5", "row 3, email: \"eva@example.com\" is not what row 2 says")]
    [InlineData(",eva@example.com,Paid,,,PLN,,,,,,,,Mug,1,,5", "row 3, orderNumber: missing")]
    [InlineData("#W2,eva@example.com,Paid", "row 3: has 3 columns, the header has 17")]
    [InlineData("#W2,eva@example.com,Pa\"id,,,PLN,,,,,,,,Mug,1,,5", "row 3: a quotation mark in the wrong place")]
    [InlineData("#W2,eva@example.com,Paid,\"Eva\nNowak\",,PLN,,,,,,,,Mug,1,,5", "row 3, customerName:")]
    public async Task A_wrong_row_is_named_by_row_and_field_and_nothing_changes(string row, string said)
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.csv", $"{Samples.CsvHeader}\n{First}\n{row}\n"));

        Assert.Contains(said, _shop.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_shop.Folder.OrdersFile));
        await _shop.FoundAsync("LL-2477", "marta.lis@example.com");
    }

    [Fact]
    public async Task A_quotation_that_never_ends_is_refused()
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.csv", $"{Samples.CsvHeader}\n#W2,\"eva@example.com,Paid\n{First}\n{First}"));

        Assert.Contains("row 2", _shop.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("orderNumber,email,status,currency,itemName,price\n", "row 1, price: unknown column")]
    [InlineData("orderNumber,email,status,currency,itemName\n", "row 1, unitPrice: column missing")]
    [InlineData("orderNumber,email,email,status,currency,itemName,unitPrice\n", "row 1, email: column given twice")]
    [InlineData("orderNumber,email,status,currency,itemName,unitPrice\n", "holds no orders")]
    public async Task A_wrong_header_is_refused(string content, string said)
    {
        Assert.Equal(1, await _shop.ImportAsync("bad.csv", content));

        Assert.Contains(said, _shop.Errors, StringComparison.Ordinal);
    }
}
