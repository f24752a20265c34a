using System.Net.WebSockets;
using System.Text.Json;
using BotFramework.Schema;
using Microsoft.Extensions.Logging;

namespace BotFramework.DirectLine;

/// <summary>
/// One open stream. It listens before it reads, so nothing falls between; a timer wakes it when it was silent for long, or when the
/// store was in trouble; what passes (typing) is dropped rather than queued when the client is slow.
/// </summary>
internal sealed class DirectLineSocket(
    WebSocket socket, ConversationFeed feed, TimeProvider time, DirectLineOptions options, ILogger logger)
    : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const int MostPassing = 16;

    // Nobody reads it, so all may write there.
    private static readonly byte[] LetGo = new byte[128];

    // A channel would cost each idle socket half a kilobyte more. Both under its lock.
    private readonly Queue<Activity> _passing = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task _receiving = Task.CompletedTask;
    private long _lastSent = time.GetTimestamp();
    private bool _inTrouble;

    /// <param name="watermark">What the client has already.</param>
    /// <param name="ending">Cancelled by whoever ends the stream: the host, or this when the client is gone.</param>
    internal async Task RunAsync(long watermark, CancellationTokenSource ending)
    {
        using var listening = feed.Listen(Hear);
        await using var waking = ending.Token.UnsafeRegister(Wake, this);
        await using var timer = time.CreateTimer(Wake, this, options.KeepAliveEvery, Timeout.InfiniteTimeSpan);
        _receiving = ReceiveAsync(ending);
        try
        {
            while (!ending.IsCancellationRequested)
            {
                var news = NextNews();
                await SendPassingAsync(ending.Token);
                watermark = await SendLinesAsync(watermark, ending.Token);
                await KeepAliveAsync(ending.Token);
                timer.Change(_inTrouble ? options.RetryEvery : UntilSilentForLong(), Timeout.InfiniteTimeSpan);
                await news;
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client left, was too slow, or the host stops.
        }

        await CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await _receiving;
    }

    private static void Wake(object? socket) => ((DirectLineSocket)socket!).Hear(null);

    // Nothing but a wake where it is null.
    private void Hear(Activity? passing)
    {
        lock (_passing)
        {
            if (passing is not null)
            {
                _ = _passing.Count == MostPassing ? _passing.Dequeue() : null;
                _passing.Enqueue(passing);
            }

            _news.TrySetResult();
        }
    }

    // Taken before anything is read: what is heard from now on completes it.
    private Task NextNews()
    {
        lock (_passing)
        {
            _news = _news.Task.IsCompleted ? new(TaskCreationOptions.RunContinuationsAsynchronously) : _news;
            return _news.Task;
        }
    }

    private Activity? NextPassing()
    {
        lock (_passing)
        {
            return _passing.TryDequeue(out var passing) ? passing : null;
        }
    }

    private async Task SendPassingAsync(CancellationToken cancellationToken)
    {
        while (NextPassing() is { } passing)
        {
            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new ActivityPage([passing], null), ProtocolJson.Options), cancellationToken);
        }
    }

    private async Task<long> SendLinesAsync(long watermark, CancellationToken cancellationToken)
    {
        while (await ReadAsync(watermark, cancellationToken) is { } lines && lines.Watermark > watermark)
        {
            if (lines.Activities.Count > 0)
            {
                await SendAsync(JsonSerializer.SerializeToUtf8Bytes(ActivityPage.Of(lines), ProtocolJson.Options), cancellationToken);
            }

            watermark = lines.Watermark;
        }

        return watermark;
    }

    // Trouble in the store is no reason to drop the client: the timer tries again.
    private async Task<ActivitySet?> ReadAsync(long watermark, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await feed.ReadAsync(watermark, cancellationToken);
            _inTrouble = false;
            return lines;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _inTrouble = true;
            BotFrameworkLog.ReadFailed(logger, feed.ConversationId, exception);
            return null;
        }
    }

    private TimeSpan UntilSilentForLong() => options.KeepAliveEvery - time.GetElapsedTime(_lastSent) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private Task KeepAliveAsync(CancellationToken cancellationToken) =>
        time.GetElapsedTime(_lastSent) >= options.KeepAliveEvery ? SendAsync([], cancellationToken) : Task.CompletedTask;

    private async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, both.Token);
        _lastSent = time.GetTimestamp();
    }

    /// <summary>Clients only send empty keep-alives here; whatever comes is let go.</summary>
    private async Task ReceiveAsync(CancellationTokenSource ending)
    {
        try
        {
            while ((await socket.ReceiveAsync(LetGo, CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone without a goodbye.
        }

        await ending.CancelAsync();
    }

    private async Task CloseAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        var status = socket.State == WebSocketState.Open ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            await socket.CloseOutputAsync(status, null, patience.Token);
            await _receiving.WaitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // A goodbye is only a courtesy.
        }
    }
}
