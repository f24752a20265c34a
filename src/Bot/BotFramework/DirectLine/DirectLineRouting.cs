using BotFramework.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotFramework.DirectLine;

/// <summary>What all routes have in common: CORS, and no exception ever reaching a client.</summary>
internal sealed class DirectLineRouting(IEndpointRouteBuilder endpoints, string basePath)
{
    private readonly ILogger _logger = endpoints.ServiceProvider.GetRequiredService<ILogger<DirectLineRouting>>();

    /// <summary>Open to everybody as far as the host's own sign-in goes: tokens decide here.</summary>
    internal RouteGroupBuilder Group { get; } = endpoints.MapGroup(basePath).AsProtocol();

    internal void Post(string path, Func<HttpContext, string, Task<Answer>> handle) =>
        Group.MapPost(path, Guarded(async (http, id) => await handle(http, id)));

    /// <summary>No answer means that the handler has written one.</summary>
    internal void Get(string path, Func<HttpContext, string, Task<Answer?>> handle) => Group.MapGet(path, Guarded(handle));

    /// <summary>Over HTTP/2 a socket is opened with CONNECT. The middleware is here so the host need not remember it.</summary>
    internal void Socket(string path, Func<HttpContext, string, Task<Answer?>> handle)
    {
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets();
        pipeline.Run(Guarded(handle));
        Group.MapMethods(path, [HttpMethods.Get, HttpMethods.Connect], pipeline.Build()).AsStream();
    }

    internal void Preflight() => Group.MapMethods("/{**any}", [HttpMethods.Options], http =>
    {
        Origins.AllowAny(http);
        if (http.Request.Path.Value?.EndsWith("/session/getsessionid", StringComparison.OrdinalIgnoreCase) == true)
        {
            Origins.AllowCookies(http);
        }

        http.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
        http.Response.Headers.AccessControlMaxAge = "600";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    private RequestDelegate Guarded(Func<HttpContext, string, Task<Answer?>> handle) => async http =>
    {
        Origins.AllowAny(http);
        try
        {
            var answer = await handle(http, http.GetRouteValue("id") as string ?? "");
            await (answer?.WriteAsync(http) ?? Task.CompletedTask);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            await Answer.No(exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Refusals.TooLarge("The request is too large.")
                : Refusals.Bad("The request could not be read.") with { Status = exception.StatusCode }).WriteAsync(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            BotFrameworkLog.RequestFailed(_logger, exception);
            await Answer.No(Refusals.Trouble).WriteAsync(http);
        }
    };
}
