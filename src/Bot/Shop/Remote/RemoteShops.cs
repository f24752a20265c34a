using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Warmline.Bot.Shop.Files;
using Warmline.Bot.Shop.Http;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.WooCommerce;

namespace Warmline.Bot.Shop.Remote;

/// <summary>Chooses the shop by <c>Warmline:Shop:Kind</c>.</summary>
internal static class RemoteShops
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(3);

    /// <summary>A client that follows no redirects, keeps no cookies and logs no addresses: they hold e-mails.</summary>
    public static void AddShopWire(this IServiceCollection services) => services.AddHttpClient(ShopWire.ClientName)
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectWithin,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
        })
        .RemoveAllLoggers();

    public static IShop Create(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ShopSystemOptions>>().Value;
        return options.Kind switch
        {
            ShopKind.File => ActivatorUtilities.CreateInstance<FileShop>(provider),
            ShopKind.WooCommerce => Remember(ActivatorUtilities.CreateInstance<WooShop>(
                provider, options.WooCommerce, Wire(provider, options, Below(options.WooCommerce.Url, "wp-json/wc/v3/"), Basic(options.WooCommerce)))),
            ShopKind.Http => Remember(ActivatorUtilities.CreateInstance<HttpShop>(
                provider, options.Http, Wire(provider, options, Below(options.Http.Url, ""), new AuthenticationHeaderValue("Bearer", options.Http.Token)))),
            _ => throw new InvalidOperationException($"{options.Kind} is no kind of shop."),
        };

        RememberingShop Remember(IShop shop) => new(shop, options.Limits, provider.GetRequiredService<TimeProvider>());
    }

    private static ShopWire Wire(IServiceProvider provider, ShopSystemOptions options, Uri address, AuthenticationHeaderValue key) => new(
        provider.GetRequiredService<IHttpClientFactory>(), address, key, options.Limits, provider.GetRequiredService<TimeProvider>());

    private static Uri Below(string url, string path) => new(new Uri(url.TrimEnd('/') + "/"), path);

    private static AuthenticationHeaderValue Basic(WooCommerceOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.ConsumerKey}:{options.ConsumerSecret}")));
}
