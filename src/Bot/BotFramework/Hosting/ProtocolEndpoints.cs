using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BotFramework.Hosting;

/// <summary>Endpoints at which the protocol's own tokens decide, and which tell a client in its own words what went wrong.</summary>
public static class ProtocolEndpoints
{
    /// <summary>
    /// After routing: opens the streams here, before the middleware that follows, in all of which an idle socket would wait for hours.
    /// How many may be open is the matter of an <see cref="DirectLine.IStreamLimit"/>.
    /// </summary>
    public static IApplicationBuilder UseProtocolStreams(this IApplicationBuilder app) => app.Use(
        static (http, next) => Answering(http) is { IsStream: true, Answer: { } answer } ? answer(http) : next(http));

    /// <summary>After routing: answers all of the protocol here; it needs nothing of the sign-in, cookies and forms that follow.</summary>
    public static IApplicationBuilder UseProtocolEndpoints(this IApplicationBuilder app) => app.Use(
        static (http, next) => Answering(http) is { Answer: { } answer } ? answer(http) : next(http));

    internal static TBuilder AsProtocol<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(new Mark(IsStream: false));

    internal static TBuilder AsStream<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Mark(IsStream: true));

    // The last word on an endpoint is its own, not its group's.
    private static (RequestDelegate? Answer, bool IsStream) Answering(HttpContext http) =>
        http.GetEndpoint() is { RequestDelegate: { } answer } endpoint && endpoint.Metadata.GetMetadata<Mark>() is { } mark ? (answer, mark.IsStream) : default;

    private sealed record Mark(bool IsStream);
}
