using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Warmline.Bot.Hosting;

/// <summary>
/// The customer's address behind reverse proxies: setting <c>Warmline:TrustedProxies</c>, addresses and networks such as <c>10.0.0.0/8</c>.
/// <c>X-Forwarded-For</c> and <c>-Proto</c> are believed from these only, hop by hop from the nearest; from anybody else they are words.
/// </summary>
internal static class TrustedProxies
{
    public const string Setting = "Warmline:TrustedProxies";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ForwardedHeadersOptions>()
            .Configure(options => Trust(options, Named(configuration)))
            .Validate(_ => Named(configuration).All(IsReadable), $"{Setting} takes addresses and networks, such as 10.0.0.5 or 10.0.0.0/8.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>First of all: whatever comes after sees the customer.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (Named(app.Configuration).Length > 0)
        {
            app.UseForwardedHeaders();
            return;
        }

        var told = 0;
        app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName) && Interlocked.Exchange(ref told, 1) == 0)
            {
                HostingLog.ProxyNotNamed(app.Logger);
            }

            return next(http);
        });
    }

    private static string[] Named(IConfiguration configuration) => configuration.GetSection(Setting).Get<string[]>() ?? [];

    private static bool IsReadable(string proxy) => IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _);

    private static void Trust(ForwardedHeadersOptions options, string[] proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;

        // The framework itself would trust everybody on this machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
        }
    }
}
