using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BotFramework.Hosting;

/// <summary>Endpoints at which the protocol's own tokens decide, and nothing of the host's sign-in.</summary>
public static class ProtocolEndpoints
{
    private static readonly Mark OfProtocol = new();

    /// <summary>
    /// After routing: answers the protocol's endpoints here, before the middleware that follows (sign-in, cookies, forms). They need none
    /// of it, and an open socket would wait in all of it for hours.
    /// </summary>
    public static IApplicationBuilder UseProtocolEndpoints(this IApplicationBuilder app) => app.Use(
        static (http, next) => http.GetEndpoint() is { RequestDelegate: { } answer } endpoint && endpoint.Metadata.GetMetadata<Mark>() is not null
            ? answer(http)
            : next(http));

    internal static TBuilder AsProtocol<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(OfProtocol);

    private sealed class Mark;
}
