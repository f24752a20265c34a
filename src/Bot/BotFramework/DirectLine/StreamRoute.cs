using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotFramework.DirectLine;

/// <summary>Opens a socket for a conversation.</summary>
internal sealed class StreamRoute(
    DirectLineGate gate,
    IOptions<DirectLineOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<StreamRoute> logger)
{
    /// <summary>Null when a socket was opened and has ended.</summary>
    internal async Task<Answer?> OpenAsync(HttpContext http, string conversationId)
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

        var store = http.RequestServices.GetRequiredService<IActivityStore>();
        if (!await store.ExistsAsync(conversationId, http.RequestAborted))
        {
            return Answer.No(Refusals.NotFound);
        }

        await RunAsync(http, store, conversationId, watermark);
        return null;
    }

    private async Task RunAsync(HttpContext http, IActivityStore store, string conversationId, long watermark)
    {
        // Pings find out about peers that vanished without a word.
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(30),
            KeepAliveTimeout = TimeSpan.FromSeconds(30),
        });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        await using var stream = new DirectLineSocket(socket, store, conversationId, time, options.Value, logger);
        await stream.RunAsync(watermark, stopping.Token);
    }
}
