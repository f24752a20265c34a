using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Warmline.Benchmarks.Load;

/// <summary>Where a Direct Line service has its conversations.</summary>
internal sealed record DirectLineSite(int Port, string Path, string? Secret)
{
    public static string[] Credentials(string? token) => token is null ? [] : [$"Authorization: Bearer {token}"];
}

/// <summary>A customer on Direct Line, with one conversation.</summary>
internal sealed class DirectLineCustomer : IDisposable
{
    private const string Mark = "0000000000";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(700);
    private static long _ids;
    private readonly HttpLine _line;
    private readonly DirectLineSite _site;
    private readonly string? _streamPath;
    private readonly byte[] _post;
    private readonly int _idAt;
    private readonly string _path;
    private readonly string? _token;
    private readonly Exchange _exchange = new();
    private Frames? _frames;
    private int _watermark;

    private DirectLineCustomer(HttpLine line, DirectLineSite site, JsonElement started, string text)
    {
        (_line, _site) = (line, site);
        var id = started.GetProperty("conversationId").GetString()!;
        _token = started.TryGetProperty("token", out var token) ? token.GetString() : null;
        _streamPath = started.TryGetProperty("streamUrl", out var stream) ? new Uri(stream.GetString()!).PathAndQuery : null;
        _path = $"{site.Path}/conversations/{id}/activities";
        _post = HttpLine.Request("POST", site.Port, _path, $$$"""
            {"type":"message","from":{"id":"user-{{{id}}}","name":"User"},"locale":"en-US","textFormat":"plain","text":"{{{text}}}","channelData":{"clientActivityID":"{{{Mark}}}"}}
            """, DirectLineSite.Credentials(_token));
        _idAt = _post.AsSpan().IndexOf("\"clientActivityID\":\""u8) + "\"clientActivityID\":\"".Length;
    }

    public HttpLine Line => _line;

    public bool HasStream => _streamPath is not null;

    /// <summary>Starts a conversation.</summary>
    public static async Task<DirectLineCustomer> StartAsync(HttpLine line, DirectLineSite site, string text)
    {
        var body = await line.CallAsync(HttpLine.Request("POST", site.Port, $"{site.Path}/conversations", "{}", DirectLineSite.Credentials(site.Secret)));
        return new DirectLineCustomer(line, site, JsonDocument.Parse(body).RootElement.Clone(), text);
    }

    /// <summary>Follows the conversation on a socket.</summary>
    public async Task FollowAsync()
    {
        _frames = await Frames.OpenAsync(_site.Port, _streamPath!);
        _ = ListenAsync(_frames);
    }

    /// <summary>How long until the post was acknowledged, in ticks; null for a refusal.</summary>
    public async Task<long?> PostAsync()
    {
        Utf8Formatter.TryFormat(Interlocked.Increment(ref _ids), _post.AsSpan(_idAt, Mark.Length), out _, new('D', (byte)Mark.Length));
        var begun = Stopwatch.GetTimestamp();
        return await _line.SendAsync(_post) is >= 200 and < 300 ? Stopwatch.GetTimestamp() - begun : null;
    }

    /// <summary>Posts, and how long until the answer's last line was on the socket.</summary>
    public async Task<long?> AskOnSocketAsync(int answerLines)
    {
        var answered = _exchange.AskAsync(answerLines);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return await PostAsync() is null ? null : await answered.WaitAsync(Patience, TimeProvider.System) - begun;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Posts and polls until the line itself and one more are there, for a service without sockets.</summary>
    public async Task<long?> AskByPollingAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        if (await PostAsync() is null)
        {
            return null;
        }

        for (var seen = _watermark; seen < _watermark + 2; seen = await PollAsync())
        {
        }

        _watermark += 2;
        return Stopwatch.GetTimestamp() - begun;
    }

    /// <summary>Asks and finds out how many lines come back, by waiting for silence.</summary>
    public async Task<int> CountLinesAsync()
    {
        var before = _exchange.Received;
        await AskOnSocketAsync(1);
        int seen;
        do
        {
            seen = _exchange.Received;
            await Task.Delay(Quiet, TimeProvider.System);
        }
        while (seen != _exchange.Received);
        return seen - before;
    }

    /// <summary>Asks once what is new, and answers the watermark.</summary>
    public async Task<int> PollAsync()
    {
        var request = HttpLine.Request("GET", _site.Port, $"{_path}?watermark={_watermark}", null, DirectLineSite.Credentials(_token));
        if (await _line.SendAsync(request) != 200)
        {
            return _watermark;
        }

        using var page = JsonDocument.Parse(_line.Body);
        // A number with offline-directline, a string by the protocol.
        return int.Parse(page.RootElement.GetProperty("watermark").ToString(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _frames?.Dispose();
        _line.Dispose();
    }

    private async Task ListenAsync(Frames frames)
    {
        try
        {
            while (await frames.NextAsync() is { } text)
            {
                using var page = JsonDocument.Parse(text);
                foreach (var activity in page.RootElement.GetProperty("activities").EnumerateArray())
                {
                    if (activity.GetProperty("type").ValueEquals("message") && activity.GetProperty("from").GetProperty("role").ValueEquals("bot"))
                    {
                        _exchange.Hear();
                    }
                }
            }
        }
        catch (Exception end) when (end is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The run is over.
        }
    }
}
