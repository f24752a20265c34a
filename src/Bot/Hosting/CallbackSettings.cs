using Warmline.Bot.Understanding;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Hosting;

/// <summary>When the shop calls back: section <c>Warmline:Callbacks</c>, in the zone of <c>Warmline:Times</c> unless it names another.</summary>
internal static class CallbackSettings
{
    public static IServiceCollection AddCallbackSettings(this IServiceCollection services)
    {
        services.AddOptions<CallbackOptions>().Configure<IConfiguration>((callbacks, configuration) =>
        {
            var shop = configuration[$"{TimeOptions.Section}:{nameof(TimeOptions.Zone)}"] ?? callbacks.Zone;
            configuration.GetSection(CallbackOptions.Section).Bind(callbacks);
            callbacks.Zone = string.IsNullOrEmpty(callbacks.Zone) ? shop : callbacks.Zone;
        });
        return services;
    }
}
