using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>Opens a socket for a conversation.</summary>
internal sealed class StreamRoute(
    DirectLineGate gate,
    DirectLineSites sites,
    ConversationFeeds feeds,
    IOptions<DirectLineOptions> options,
    TimeProvider time,
    ILogger<StreamRoute> logger)
{
    /// <summary>Null when a socket was opened and has ended.</summary>
    internal async Task<Answer?> OpenAsync(HttpContext http, string basePath, string conversationId)
    {
        if (await gate.RefusesStreamAsync(http, conversationId) is { } refusal)
        {
            return Answer.No(refusal);
        }

        if (Marks.Read(http.Request) is not { } watermark)
        {
            return Answer.No(Refusals.Watermark);
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Answer.No(Refusals.NotASocket);
        }

        var limit = http.RequestServices.GetService<IStreamLimit>();
        using var place = limit?.TryEnter(http, conversationId);
        if (limit is not null && place is null)
        {
            return Answer.No(Refusals.TooManyStreams);
        }

        var store = http.RequestServices.GetRequiredService<IActivityStore>();
        if (!await store.ExistsAsync(conversationId, http.RequestAborted))
        {
            return Answer.No(Refusals.NotFound);
        }

        await RunAsync(http, feeds.Of(store, http.Request, basePath, conversationId), watermark);
        return null;
    }

    private async Task RunAsync(HttpContext http, ConversationFeed feed, long watermark)
    {
        // Pings find out about peers that vanished without a word.
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(30),
            KeepAliveTimeout = TimeSpan.FromSeconds(30),
        });
        Forget(http);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        using var closing = sites.CancelWhenClosed(feed.ConversationId, ending);
        await using var stream = new DirectLineSocket(socket, feed, time, options.Value, logger);
        await stream.RunAsync(watermark, ending);
    }

    // A stream is open for hours and needs nothing of what opened it, least of all the token in its address.
    private static void Forget(HttpContext http)
    {
        var request = http.Features.GetRequiredFeature<IHttpRequestFeature>();
        (request.RawTarget, request.QueryString) = ("", "");
        http.Features.Set<IQueryFeature>(null);
        request.Headers.Clear();
    }
}
