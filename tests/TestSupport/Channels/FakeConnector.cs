using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Warmline.TestSupport.Channels;

/// <summary>The connector's end: does what it is asked, remembers every call, and fails when told to.</summary>
public sealed class FakeConnector(TimeProvider time)
{
    private readonly ConcurrentQueue<ChannelTrouble> _planned = new();
    private readonly System.Threading.Channels.Channel<ConnectorCall> _arrived =
        System.Threading.Channels.Channel.CreateUnbounded<ConnectorCall>();

    private int _ids;

    /// <summary>Every call so far, in order of arrival.</summary>
    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    /// <summary>Decides about every call that nothing was planned for; null is well.</summary>
    public Func<ConnectorCall, ChannelTrouble?>? Mood { get; set; }

    /// <summary>Turn off to measure speed: calls are then counted by nobody.</summary>
    public bool IsRecording { get; set; } = true;

    /// <summary>What the next calls meet, one each.</summary>
    public void Plan(params ChannelTrouble[] troubles) => Array.ForEach(troubles, _planned.Enqueue);

    /// <summary>The next call that <see cref="NextAsync"/> has not given yet.</summary>
    public ValueTask<ConnectorCall> NextAsync(CancellationToken cancellationToken) => _arrived.Reader.ReadAsync(cancellationToken);

    internal async Task HandleAsync(HttpContext http, string serviceUrl)
    {
        var call = await ReadAsync(http);
        var trouble = _planned.TryDequeue(out var planned) ? planned : Mood?.Invoke(call);
        if (IsRecording)
        {
            call = call with { IsWritten = trouble is null or { Status: 0 or (>= 200 and < 300) } };
            Calls.Enqueue(call);
            _arrived.Writer.TryWrite(call);
        }

        await (trouble is null ? AnswerAsync(http, call, serviceUrl) : FailAsync(http, call, serviceUrl, trouble));
    }

    private static async Task<ConnectorCall> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        return new ConnectorCall(
            http.Request.Method,
            http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body);
    }

    private async Task FailAsync(HttpContext http, ConnectorCall call, string serviceUrl, ChannelTrouble trouble)
    {
        await Task.Delay(trouble.Delay, time, http.RequestAborted);
        await (trouble.Until ?? Task.CompletedTask).WaitAsync(http.RequestAborted);
        if (trouble.IsCut)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = trouble.Status == 0 ? 200 : trouble.Status;
        http.Response.Headers.RetryAfter = trouble.RetryAfter;
        http.Response.Headers.Location = trouble.Location;
        if (trouble.IsCutInAnswer)
        {
            http.Response.ContentLength = 1000;
            await http.Response.WriteAsync("""{"id":""", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            http.Abort();
            return;
        }

        await (trouble.Status == 0 && trouble.Body is null
            ? AnswerAsync(http, call, serviceUrl)
            : http.Response.WriteAsync(trouble.Body ?? "", http.RequestAborted));
    }

    private Task AnswerAsync(HttpContext http, ConnectorCall call, string serviceUrl)
    {
        var id = Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        var route = call.Path.Split('?')[0].Split('/')[^1];
        (http.Response.StatusCode, var body) = (call.Method, route) switch
        {
            ("GET", "members") => (200, """[{"id":"29:ana","name":"Ana","objectId":"o-1"},{"id":"29:bob","name":"Bob"}]"""),
            ("GET", "pagedmembers") => (200, """{"members":[{"id":"29:ana","name":"Ana","aadObjectId":"o-1"}],"continuationToken":"more/+="}"""),
            ("GET", _) => (200, """{"id":"29:ana","name":"Ana","aadObjectId":"o-1","userPrincipalName":"ana@shop.example"}"""),
            ("DELETE", _) => (200, ""),
            ("POST", "conversations") => (201, $$"""{"id":"a:new-{{id}}","activityId":"{{id}}","serviceUrl":"{{serviceUrl}}"}"""),
            ("PUT", _) => (200, $$"""{"id":"{{id}}"}"""),
            _ => (201, $$"""{"id":"{{id}}"}"""),
        };
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body, http.RequestAborted);
    }
}
