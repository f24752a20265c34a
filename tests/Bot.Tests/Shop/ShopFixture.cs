using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Tests.Shop;

/// <summary>A shop in a folder of its own, with a clock that stands still.</summary>
internal sealed class ShopFixture : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("warmline-shop-");

    public ShopFixture()
    {
        Folder = new ShopFolder(_root.FullName, "data");
        Shop = NewShop();
    }

    /// <summary>The page that documents the formats, found by walking up from the tests.</summary>
    public static string Readme
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "src/Bot/Shop/README.md")))
            {
                folder = folder.Parent ?? throw new FileNotFoundException("src/Bot/Shop/README.md");
            }

            return Path.Combine(folder.FullName, "src/Bot/Shop/README.md");
        }
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public ShopFolder Folder { get; }

    public FileShop Shop { get; private set; }

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public FileShop NewShop()
    {
        var clock = new ShopClock(Clock, TimeZoneInfo.Utc);
        return Shop = new FileShop(Folder, new ShopRules(Folder, clock, NullLogger<ShopRules>.Instance), clock, NullLogger<FileShop>.Instance);
    }

    public string WriteFile(string name, string content) => WriteFile(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string WriteFile(string name, byte[] content)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void WriteOrders(string content)
    {
        Directory.CreateDirectory(Folder.Root);
        File.WriteAllText(Folder.OrdersFile, content);
    }

    public async Task<int> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await ShopCommands.RunAsync(["shop", .. arguments], output, errors, Folder, Clock, TestContext.Current.CancellationToken);
        (Output, Errors) = (output.ToString(), errors.ToString());
        Clock.Advance(TimeSpan.FromSeconds(2));
        return code;
    }

    public Task<int> ImportAsync(string name, string content) => RunAsync("import", WriteFile(name, content));

    public Task<OrderLookup> FindAsync(string number, string email) =>
        Shop.FindOrderAsync(number, new OrderProof.Email(email), TestContext.Current.CancellationToken);

    public async Task<Order> FoundAsync(string number, string email) =>
        Assert.IsType<OrderLookup.Found>(await FindAsync(number, email)).Order;

    public void Dispose() => _root.Delete(recursive: true);
}
