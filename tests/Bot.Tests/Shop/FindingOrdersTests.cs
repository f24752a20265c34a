using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop;

public sealed class FindingOrdersTests : IDisposable
{
    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("#W123")]
    [InlineData("w 123")]
    [InlineData(" W-123 ")]
    [InlineData("W۱۲۳")]
    [InlineData("w١٢٣")]
    [InlineData("W\u200c-\u200f۱۲3")]
    public async Task The_number_may_be_written_as_customers_write_it(string written)
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json("#W123")}]");

        Assert.Equal("#W123", (await _shop.FoundAsync(written, "jan@example.com")).Number);
    }

    [Fact]
    public async Task Letters_from_a_Russian_keyboard_mean_the_Latin_ones_they_look_like()
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json("AC-7")}]");

        await _shop.FoundAsync("ас-7", "jan@example.com");
    }

    [Theory]
    [InlineData("123")]
    [InlineData("W1234")]
    [InlineData("")]
    [InlineData("#--")]
    public async Task Another_number_is_not_found(string written)
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json("#W123")}]");

        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync(written, "jan@example.com"));
    }

    [Fact]
    public async Task A_number_of_a_thousand_characters_is_not_found()
    {
        Assert.IsType<OrderLookup.NotFound>(await _shop.FindAsync(new string('9', 1000), "jan@example.com"));
    }

    [Theory]
    [InlineData("JAN@Example.com")]
    [InlineData("  jan@example.com ")]
    public async Task The_owner_may_write_the_address_in_capitals_or_with_spaces_around(string email)
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json("#W123")}]");

        await _shop.FoundAsync("W123", email);
    }

    [Theory]
    [InlineData("eva@example.com")]
    [InlineData("")]
    public async Task Nobody_else_gets_the_order(string email)
    {
        await _shop.ImportAsync("orders.json", $"[{Samples.Json("#W123")}]");

        Assert.IsType<OrderLookup.NotTheOwner>(await _shop.FindAsync("W123", email));
    }
}
