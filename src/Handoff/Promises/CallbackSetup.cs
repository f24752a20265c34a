using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

internal static class CallbackSetup
{
    /// <summary>Promised calls: their calendar, the bot's door, the desk's, the clock's.</summary>
    public static void AddCallbacks(this IServiceCollection services)
    {
        services.AddOptions<CallbackOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallbackOptions>, CallbackOptionsCheck>());
        services.TryAddSingleton<CallCalendar>();
        services.TryAddSingleton<CallbackChanges>();
        services.TryAddSingleton<CallWatch>();
        services.TryAddSingleton<CallDesk>();
        services.TryAddSingleton(sp => new CallbackBook(
            sp.GetRequiredService<HandoffDatabase>(), sp.GetRequiredService<CallCalendar>(), sp.GetRequiredService<TimeProvider>()));
    }
}
