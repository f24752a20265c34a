using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Warmline.Bot.Shop;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>The product's own composition of a shop, pointed at a server of the test.</summary>
internal sealed class RemoteStand<TServer>(TServer server, Action<TServer, SampleOrder> put) : IShopStand
    where TServer : ShopServer
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("warmline-remote-");
    private ServiceProvider? _services;

    public TServer Server => server;

    public IShop Shop => _services!.GetRequiredService<IShop>();

    public async Task<RemoteStand<TServer>> OpenAsync(params (string Key, string Value)[] settings)
    {
        await server.StartAsync();
        (string Key, string Value)[] all =
        [
            ("Warmline:DataFolder", "data"), ("Warmline:Times:Zone", "UTC"),
            ("Warmline:Shop:Limits:Try", "00:00:01"), ("Warmline:Shop:Limits:Total", "00:00:04"), ("Warmline:Shop:Limits:RetryAfter", "00:00:00.010"),
            .. settings.Select(setting => (setting.Key, setting.Value.Replace("{url}", server.Url, StringComparison.Ordinal))),
        ];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all.GroupBy(s => s.Key).Select(s => new KeyValuePair<string, string?>(s.Key, s.Last().Value))).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IHostEnvironment>(new Host(_root.FullName)).AddShop(configuration).BuildServiceProvider();
        return this;
    }

    public void Put(params SampleOrder[] orders) => Array.ForEach(orders, order => put(server, order));

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        _root.Delete(recursive: true);
    }

    private sealed class Host(string contentRoot) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "Warmline";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = contentRoot;

        public string EnvironmentName { get; set; } = Environments.Production;
    }
}

internal static class Stands
{
    /// <summary>WooCommerce that completes an order when it arrived and keeps the day in meta data.</summary>
    public static Task<RemoteStand<WooServer>> WooAsync(params (string Key, string Value)[] settings) => new RemoteStand<WooServer>(new WooServer(), (server, order) => server.Put(order)).OpenAsync(
    [
        ("Warmline:Shop:Kind", "WooCommerce"), ("Warmline:Shop:WooCommerce:Url", "{url}"),
        ("Warmline:Shop:WooCommerce:ConsumerKey", WooServer.Key), ("Warmline:Shop:WooCommerce:ConsumerSecret", WooServer.Secret),
        ("Warmline:Shop:WooCommerce:Statuses:completed", "Delivered"), ("Warmline:Shop:WooCommerce:Statuses:wysylka", "Shipped"),
        ("Warmline:Shop:WooCommerce:DeliveredMeta", "_delivered_on"), ("Warmline:Shop:WooCommerce:Currency", "PLN"), ("Warmline:Shop:WooCommerce:VipRole", "vip"),
        .. settings,
    ]);

    public static Task<RemoteStand<ContractServer>> HttpAsync(params (string Key, string Value)[] settings) => new RemoteStand<ContractServer>(new ContractServer(), (server, order) => server.Put(order)).OpenAsync(
    [
        ("Warmline:Shop:Kind", "Http"), ("Warmline:Shop:Http:Url", "{url}/warmline"), ("Warmline:Shop:Http:Token", ContractServer.Token), .. settings,
    ]);
}
