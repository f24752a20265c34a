using System.Buffers.Text;
using System.Diagnostics;

namespace Warmline.Benchmarks.Load;

/// <summary>A customer of a channel: posts a message to <c>/api/messages</c> and waits until the connector has the whole answer.</summary>
internal sealed class ChannelCustomer
{
    private const string Mark = "0000000000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);
    private static long _ids;
    private readonly Exchange _exchange;
    private readonly byte[] _request;
    private readonly int _idAt;

    public ChannelCustomer(ConnectorSink connector, int botPort, string conversationId, string text)
    {
        _exchange = connector.Open(conversationId);
        _request = HttpLine.Request("POST", botPort, "/api/messages", $$$"""
            {"type":"message","id":"{{{Mark}}}","timestamp":"2026-11-23T04:00:00.000Z","channelId":"emulator","serviceUrl":"{{{connector.Url}}}","from":{"id":"user-{{{conversationId}}}","name":"User","role":"user"},"recipient":{"id":"bot","name":"Bot","role":"bot"},"conversation":{"id":"{{{conversationId}}}"},"locale":"en-US","textFormat":"plain","text":"{{{text}}}","channelData":{"clientActivityID":"1700000000000"}}
            """);
        _idAt = _request.AsSpan().IndexOf("\"id\":\"0000000000\""u8) + "\"id\":\"".Length;
    }

    /// <summary>How long one message took, in ticks; null for a refusal or when the answer never came.</summary>
    public async Task<long?> AskAsync(HttpLine line, int answerLines)
    {
        Utf8Formatter.TryFormat(Interlocked.Increment(ref _ids), _request.AsSpan(_idAt, Mark.Length), out _, new('D', (byte)Mark.Length));
        var answered = _exchange.AskAsync(answerLines);
        var begun = Stopwatch.GetTimestamp();
        if (await line.SendAsync(_request) is not (>= 200 and < 300))
        {
            return null;
        }

        try
        {
            return await answered.WaitAsync(Patience, TimeProvider.System) - begun;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Asks and finds out how many lines come back, by waiting for silence.</summary>
    public async Task<int> CountLinesAsync(HttpLine line)
    {
        var before = _exchange.Received;
        await AskAsync(line, 1);
        int seen;
        do
        {
            seen = _exchange.Received;
            await Task.Delay(Quiet, TimeProvider.System);
        }
        while (seen != _exchange.Received);
        return seen - before;
    }
}
