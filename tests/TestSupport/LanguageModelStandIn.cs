using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Warmline.TestSupport;

/// <summary>A service that speaks the chat protocol of language models, whole or streamed, and says and does what a test wants.</summary>
public sealed class LanguageModelStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = [];
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LanguageModelStandIn(WebApplication app) => _app = app;

    /// <summary>What it answers; null for never.</summary>
    public string? Answer { get; set; } = "out_of_scope";

    /// <summary>What it answers to each call, by the body of the call; before <see cref="Answer"/>.</summary>
    public Func<string, string?>? Says { get; set; }

    /// <summary>Fails instead of answering.</summary>
    public bool Fails { get; set; }

    /// <summary>Answers with this status; 200 for none.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Seconds to wait, told with a <see cref="Status"/>.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Instead of the lines of a stream.</summary>
    public string? Raw { get; set; }

    /// <summary>After this many words of a stream: silence.</summary>
    public int? SilentAfter { get; set; }

    /// <summary>Why a stream ends; null: the connection breaks.</summary>
    public string? Finish { get; set; } = "stop";

    /// <summary>The bodies of all requests.</summary>
    public IReadOnlyCollection<string> Asked => [.. _calls.Select(call => call.Body)];

    public IReadOnlyCollection<Call> Calls => _calls;

    /// <summary>It has said all it will say for now, and says no more.</summary>
    public Task Silent => _silent.Task;

    public Uri Root => new(_app.Urls.Single());

    public (string Key, string Value)[] Settings =>
    [
        ("Warmline:LanguageModel:Endpoint", $"{Root}v1/"), ("Warmline:LanguageModel:Model", "stand-in"), ("Warmline:LanguageModel:ApiKey", "none"),
    ];

    public static async Task<LanguageModelStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new LanguageModelStandIn(builder.Build());
        standIn._app.MapPost("/{**path}", standIn.CompleteAsync);
        await standIn._app.StartAsync(cancellationToken);
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CompleteAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        _calls.Enqueue(new Call($"{http.Request.Path}{http.Request.QueryString}", http.Request.Headers.Authorization.ToString(), http.Request.Headers["api-key"].ToString(), body));
        if (Fails || Status != StatusCodes.Status200OK)
        {
            http.Response.StatusCode = Fails ? StatusCodes.Status400BadRequest : Status;
            http.Response.Headers.RetryAfter = RetryAfter;
            return;
        }

        var answer = Says?.Invoke(body) ?? Answer;
        if (JsonDocument.Parse(body).RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean())
        {
            await StreamAsync(http, answer);
            return;
        }

        await (answer is null ? SayNothingAsync(http) : http.Response.WriteAsJsonAsync(Whole(answer), http.RequestAborted));
    }

    private async Task StreamAsync(HttpContext http, string? answer)
    {
        http.Response.ContentType = "text/event-stream";
        if (Raw is not null)
        {
            await http.Response.WriteAsync(Raw, http.RequestAborted);
            return;
        }

        var words = answer?.Split(' ') ?? [];
        foreach (var (place, word) in words.Index().TakeWhile(each => SilentAfter is null || each.Index < SilentAfter))
        {
            await SendAsync(http, Part(place == 0 ? word : $" {word}", null));
        }

        if (answer is null || SilentAfter is not null)
        {
            await SayNothingAsync(http);
        }
        else if (Finish is null)
        {
            http.Abort();
        }
        else
        {
            await SendAsync(http, Part(null, Finish));
            await SendAsync(http, new { id = "1", @object = "chat.completion.chunk", created = 1, model = "stand-in", choices = Array.Empty<object>(), usage = Usage(words.Length) });
            await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
        }
    }

    private async Task SayNothingAsync(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var told = http.RequestAborted.Register(gone.SetResult);
        _silent.TrySetResult();
        await gone.Task;
    }

    private static async Task SendAsync(HttpContext http, object part)
    {
        await http.Response.WriteAsync($"data: {JsonSerializer.Serialize(part)}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static object Part(string? content, string? finish) => new
    {
        id = "1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "stand-in",
        choices = new[] { new { index = 0, delta = content is null ? (object)new { } : new { role = "assistant", content }, finish_reason = finish } },
    };

    private static object Whole(string answer) => new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "stand-in",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = answer } } },
        usage = Usage(1),
    };

    private static object Usage(int written) => new { prompt_tokens = 100, completion_tokens = written, total_tokens = 100 + written };

    /// <summary>A request as it came.</summary>
    public sealed record Call(string Address, string Authorization, string ApiKey, string Body);
}
