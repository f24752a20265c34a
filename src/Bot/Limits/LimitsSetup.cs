using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Limits;

internal static class LimitsSetup
{
    /// <summary>Limits of the open endpoints and of slow or greedy connections. Settings: <see cref="LimitsOptions"/>.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SiteSecret>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, OpenDoorLimits>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>((kestrel, limits) => SlowClients.Bound(kestrel, limits.Value));
        return services;
    }
}
