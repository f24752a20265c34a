using BotFramework.Authentication;
using BotFramework.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BotFramework.Hosting;

/// <summary>The doors of the endpoint for Azure Bot Service channels.</summary>
public static class BotFrameworkEndpoint
{
    /// <summary>
    /// Registers the endpoint, <see cref="ConnectorClient"/> and <see cref="CloudAdapter"/>. The host also registers its
    /// <see cref="Builder.IBot"/>, or an <see cref="IActivityIntake"/> of its own.
    /// </summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, Action<BotFrameworkOptions>? configure = null)
    {
        var options = services.AddOptions<BotFrameworkOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddHttpClient(BotHttp.Name)
            .ConfigurePrimaryHttpMessageHandler(BotHttp.Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BotHttp>();
        services.TryAddSingleton<ChannelKeys>();
        services.TryAddSingleton<ChannelTokens>();
        services.TryAddSingleton<ChannelGate>();
        services.TryAddSingleton<TokenEndpoint>();
        services.TryAddSingleton<AccessTokens>();
        services.TryAddSingleton<ServiceHosts>();
        services.TryAddSingleton<ConnectorCalls>();
        services.TryAddSingleton(provider => new ConnectorClient(provider.GetRequiredService<ConnectorCalls>()));
        services.TryAddSingleton<CloudAdapter>();
        services.TryAddSingleton<MessagesRoute>();
        services.TryAddTransient<IActivityIntake, BotIntake>();
        return services;
    }

    /// <summary>Maps the endpoint, open to everybody as far as the host's own sign-in goes: channels' tokens decide here.</summary>
    public static IEndpointConventionBuilder MapMessages(this IEndpointRouteBuilder endpoints, string path = "/api/messages") =>
        endpoints.Map(path, endpoints.ServiceProvider.GetRequiredService<MessagesRoute>().HandleAsync).AsProtocol();
}
