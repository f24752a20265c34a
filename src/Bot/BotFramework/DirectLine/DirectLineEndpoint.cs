using BotFramework.DirectLine.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotFramework.DirectLine;

/// <summary>The doors of the Direct Line 3.0 endpoint.</summary>
public static class DirectLineEndpoint
{
    /// <summary>What <c>channelId</c> says of activities that came this way.</summary>
    public const string ChannelId = "directline";

    /// <summary>
    /// Registers the endpoint and <see cref="DirectLineTokens"/>. The host also registers an <see cref="IActivityStore"/> and a
    /// singleton <see cref="ISigningKeys"/>.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions>? configure = null)
    {
        var options = services.AddOptions<DirectLineOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DirectLineTokens>();
        services.TryAddSingleton<DirectLineSites>();
        services.TryAddSingleton<DirectLineGate>();
        services.TryAddSingleton<PostedActivityRules>();
        services.TryAddSingleton<TokenRoutes>();
        services.TryAddSingleton<ConversationRoutes>();
        services.TryAddSingleton<ActivityRoutes>();
        services.TryAddSingleton<StreamRoute>();
        services.TryAddSingleton<ConversationFeeds>();
        services.AddFiles();
        return services;
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.TryAddSingleton<UploadBudget>();
        services.TryAddSingleton<UploadReader>();
        services.TryAddSingleton<UploadRoute>();
        services.TryAddSingleton<FileLinks>();
        services.TryAddSingleton<FileRoute>();
    }

    /// <summary>Maps the routes, with their own CORS (any origin unless the token names some, no cookies) and WebSockets.</summary>
    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder endpoints, string basePath = "/v3/directline")
    {
        var (services, path) = (endpoints.ServiceProvider, "/" + basePath.Trim('/'));
        var (tokens, conversations) = (services.GetRequiredService<TokenRoutes>(), services.GetRequiredService<ConversationRoutes>());
        var (activities, stream) = (services.GetRequiredService<ActivityRoutes>(), services.GetRequiredService<StreamRoute>());
        var routes = new DirectLineRouting(endpoints, path);

        routes.Post("/tokens/generate", (http, _) => tokens.GenerateAsync(http));
        routes.Post("/tokens/refresh", (http, _) => tokens.RefreshAsync(http));
        routes.Post("/conversations", (http, _) => conversations.StartAsync(http, path));
        routes.Get("/conversations/{id}", async (http, id) => await conversations.ReconnectAsync(http, path, id));
        routes.Post("/conversations/{id}/activities", activities.PostAsync);
        routes.Get("/conversations/{id}/activities", async (http, id) => await activities.GetAsync(http, path, id));
        routes.Socket("/conversations/{id}/stream", (http, id) => stream.OpenAsync(http, path, id));
        routes.Post("/conversations/{id}/upload", services.GetRequiredService<UploadRoute>().PostAsync);
        routes.Get("/files/{id}", services.GetRequiredService<FileRoute>().GetAsync);
        routes.Get("/session/getsessionid", (http, _) =>
        {
            Origins.AllowCookies(http);
            return Task.FromResult<Answer?>(Answer.No(Refusals.NoSessions));
        });
        routes.Preflight();
        return routes.Group;
    }
}
