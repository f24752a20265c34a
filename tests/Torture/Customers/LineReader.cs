using System.Net.WebSockets;
using System.Text.Json;

namespace Warmline.Torture.Customers;

/// <summary>What a client does to see its conversation: a socket or polling, over and over from its own watermark. Keeps what it has seen, in order.</summary>
internal sealed class LineReader(World world, string conversation, Func<string> token, bool overSocket)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private readonly Lock _lock = new();
    private readonly List<SeenLine> _seen = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _watermark = "";

    public IReadOnlyList<SeenLine> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen];
            }
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await (overSocket ? ListenAsync(cancellationToken) : PollAsync());
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
            catch (Exception error) when (error is WebSocketException || Door.IsCut(error))
            {
                // Killed under the socket, or the customer has left.
            }
        }
    }

    /// <summary>The first line that fits, waited for; null when the patience is over.</summary>
    public async Task<SeenLine?> FindAsync(Func<SeenLine, bool> fits, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(patience);
        while (true)
        {
            Task news;
            lock (_lock)
            {
                if (_seen.FirstOrDefault(fits) is { } found)
                {
                    return found;
                }

                news = _news.Task;
            }

            try
            {
                await news.WaitAsync(limited.Token);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    private async Task PollAsync()
    {
        var answer = await world.Door.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark={_watermark}", token: token());
        if (answer?.IsGood == true)
        {
            Take(answer.Json);
        }
        else if (answer is not null && world.Options.ClockJumps == 0)
        {
            world.Court.Accuse("a polling client was refused: it stops for good", conversation, "200", $"{answer.Status} {answer.Text}");
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var entry = await world.Door.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}?watermark={_watermark}", token: token());
        if (entry?.IsGood != true)
        {
            return;
        }

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(entry.Json.GetProperty("streamUrl").GetString()!), cancellationToken);
        while (await ReceiveAsync(socket, cancellationToken) is { } frame)
        {
            if (frame.Length > 0)
            {
                Take(JsonDocument.Parse(frame).RootElement);
            }
        }
    }

    private static async Task<byte[]?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return frame.ToArray();
            }
        }
    }

    private void Take(JsonElement page)
    {
        var lines = page.GetProperty("activities").EnumerateArray().Select(activity => SeenLine.Of(activity, conversation)).OfType<SeenLine>().ToList();
        lock (_lock)
        {
            foreach (var line in lines)
            {
                if (_seen.Count > 0 && line.Seq <= _seen[^1].Seq)
                {
                    world.Court.Accuse("a client saw a line twice or out of order", conversation, $"more than {_seen[^1].Seq}", $"{line.Seq} \"{line.Text}\"");
                }

                _seen.Add(line);
            }

            _watermark = page.TryGetProperty("watermark", out var mark) && mark.GetString() is { } given ? given : _watermark;
            if (lines.Count > 0)
            {
                _news.TrySetResult();
                _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
