using BotFramework.DirectLine;
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
        services.AddSingleton<IStreamLimit, OpenSockets>();
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, OpenDoorLimits>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>(Bound);

        // What a client did wrong on the wire (too slow, too large) is not an error of ours.
        services.Configure<ExceptionHandlerOptions>(options => options.StatusCodeSelector = error =>
            error is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError);
        return services;
    }

    private static void Bound(KestrelServerOptions kestrel, IOptions<LimitsOptions> limits)
    {
        try
        {
            SlowClients.Bound(kestrel, limits.Value);
        }
        catch (Exception error) when (error is OptionsValidationException or InvalidOperationException)
        {
            // The server is built before the start is guarded; the start itself then says in a sentence which setting is wrong.
        }
    }
}
