using Microsoft.Extensions.Options;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Remote;

namespace Warmline.Bot.Tests.Shop.Contract;

public sealed class ShopSettingsTests
{
    [Theory]
    [InlineData("http://shop.example", false)]
    [InlineData("https://user:pass@shop.example", false)]
    [InlineData("https://shop.example/?key=1", false)]
    [InlineData("ftp://shop.example", false)]
    [InlineData("shop.example", false)]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1.evil.example", false)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://localhost:8080/wp", true)]
    [InlineData("https://shop.example/wp", true)]
    public void Secrets_travel_encrypted_or_not_at_all(string url, bool isSafe) => Assert.Equal(isSafe, ShopSystemCheck.IsSafe(url));

    [Theory]
    [InlineData("Warmline:Shop:WooCommerce:Url", "http://shop.example", "Url")]
    [InlineData("Warmline:Shop:WooCommerce:ConsumerKey", "hunter2", "ConsumerKey")]
    [InlineData("Warmline:Shop:WooCommerce:Statuses:paczka", "somewhere", "paczka")]
    [InlineData("Warmline:Shop:WooCommerce:Currency", "zł", "Currency")]
    [InlineData("Warmline:Shop:Limits:Try", "00:00:00", "Try")]
    [InlineData("Warmline:Shop:Limits:Retries", "99", "Retries")]
    public async Task Settings_that_can_not_work_stop_the_start_and_show_no_secret(string key, string value, string named)
    {
        await using var stand = await Stands.WooAsync((key, value));

        var e = Assert.Throws<OptionsValidationException>(() => stand.Shop);

        Assert.Contains(named, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(WooServer.Secret, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weak_token_stops_the_start()
    {
        await using var stand = await Stands.HttpAsync(("Warmline:Shop:Http:Token", "short"));

        Assert.Contains("Token", Assert.Throws<OptionsValidationException>(() => stand.Shop).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contract_file_names_every_path_that_is_asked()
    {
        await using var stand = await Stands.HttpAsync();
        var contract = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(ShopFixture.Readme)!, "Http/shop-openapi.yaml"), TestContext.Current.CancellationToken);
        stand.Put(new SampleOrder("1001"));
        var customer = new ShopCustomer("7");
        await stand.Shop.FindOrderAsync("1001", OrderProof.Of("anna@example.com"), TestContext.Current.CancellationToken);
        await stand.Shop.RecentOrdersAsync(customer, 5, TestContext.Current.CancellationToken);
        await stand.Shop.StandingAsync(customer, TestContext.Current.CancellationToken);
        await stand.Shop.FindProductsAsync("mech", 5, TestContext.Current.CancellationToken);

        Assert.Equal(4, stand.Server.Asked.Count);
        Assert.All(stand.Server.Asked, line => Assert.Contains($"  {line.Split(' ')[1].Split('?')[0]["/warmline".Length..]}:", contract, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<OrderStatus>().Where(name => name != "Unknown"), name => Assert.Contains(name, contract, StringComparison.Ordinal));
    }
}
