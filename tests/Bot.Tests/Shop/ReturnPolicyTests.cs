using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Tests.Shop;

public sealed class ReturnPolicyTests : IDisposable
{
    private const string Own = """
        {"windowDays": 14, "refundDays": 7, "returnShippingPaidBy": "shop", "exclusions": {"en": ["food", "books"], "pl": [], "ru": [], "fa": ["غذا", "کتاب"]}}
        """;

    private readonly ShopFixture _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Without_a_file_the_built_in_rules_hold()
    {
        Assert.Equal((30, 14, PaidBy.Customer), (_shop.Shop.Policy.WindowDays, _shop.Shop.Policy.RefundDays, _shop.Shop.Policy.ReturnShippingPaidBy));
        Assert.All(_shop.Shop.Policy.Placeholders().Values, value => Assert.False(string.IsNullOrWhiteSpace(value)));
    }

    [Fact]
    public void The_shops_own_rules_are_what_articles_show()
    {
        WriteReturns(Own);

        var values = _shop.Shop.Policy.Placeholders();

        Assert.Equal(("14", "7"), (values["returns.windowDays"], values["returns.refundDays"]));
        Assert.Equal(("food, books", "غذا، کتاب"), (values["returns.exclusions.en"], values["returns.exclusions.fa"]));
        Assert.Equal("Обратную доставку оплачиваем мы.", values["returns.shipping.ru"]);
        Assert.Equal(4, values.Where(v => v.Key.StartsWith("returns.shipping.", StringComparison.Ordinal)).Select(v => v.Value).Distinct().Count());
    }

    [Fact]
    public void A_change_that_can_not_be_used_leaves_the_last_good_rules()
    {
        WriteReturns(Own);
        Assert.Equal(14, _shop.Shop.Policy.WindowDays);

        WriteReturns("{\"windowDays\": ");
        _shop.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(14, _shop.Shop.Policy.WindowDays);
    }

    [Theory]
    [InlineData("\"windowDays\": 14", "\"windowDays\": -1", "windowDays")]
    [InlineData("\"windowDays\": 14", "\"windowDays\": \"soon\"", "windowDays")]
    [InlineData("\"refundDays\": 7, ", "", "refundDays")]
    [InlineData("\"shop\"", "\"nobody\"", "returnShippingPaidBy")]
    [InlineData("\"pl\": [], ", "", "exclusions.pl")]
    [InlineData("\"windowDays\": 14", "\"windowDays\": 14, \"window\": 2", "window")]
    public void Wrong_rules_are_refused_and_the_field_is_named(string good, string bad, string field)
    {
        var e = Assert.Throws<InvalidDataException>(() => ReturnPolicy.Parse(Encoding.UTF8.GetBytes(Own.Replace(good, bad, StringComparison.Ordinal))));

        Assert.Contains(field, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_rules_stop_the_start_and_the_door_opens_with_good_ones()
    {
        WriteReturns("{}");
        var e = Assert.Throws<OptionsValidationException>(() => Door().GetRequiredService<IShop>());
        Assert.Contains("returns.json", e.Message, StringComparison.Ordinal);

        WriteReturns(Own);
        Assert.Equal(14, Door().GetRequiredService<IShop>().Policy.WindowDays);
    }

    [Fact]
    public void An_empty_data_folder_setting_is_refused()
    {
        Assert.Throws<OptionsValidationException>(() => Door("").GetRequiredService<IShop>());
    }

    private ServiceProvider Door(string dataFolder = "data")
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Warmline:DataFolder", dataFolder)]).Build();
        var root = Path.GetFullPath(Path.Combine(_shop.Folder.Root, "..", ".."));
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new Host(root))
            .AddShop(configuration)
            .BuildServiceProvider();
    }

    private void WriteReturns(string content)
    {
        Directory.CreateDirectory(_shop.Folder.Root);
        File.WriteAllText(_shop.Folder.ReturnsFile, content);
    }

    private sealed class Host(string contentRoot) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "Warmline";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = contentRoot;

        public string EnvironmentName { get; set; } = Environments.Production;
    }
}
