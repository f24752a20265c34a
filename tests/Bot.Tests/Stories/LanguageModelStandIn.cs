using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A service that speaks the chat protocol of language models, and says what a test wants.</summary>
internal sealed class LanguageModelStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _asked = [];

    private LanguageModelStandIn(WebApplication app) => _app = app;

    /// <summary>What it answers; null for never.</summary>
    public string? Answer { get; set; } = "out_of_scope";

    /// <summary>Fails instead of answering.</summary>
    public bool Fails { get; set; }

    /// <summary>The bodies of all requests.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public (string Key, string Value)[] Settings =>
    [
        ("Warmline:LanguageModel:Endpoint", $"{_app.Urls.Single()}/v1/"), ("Warmline:LanguageModel:Model", "stand-in"), ("Warmline:LanguageModel:ApiKey", "none"),
    ];

    public static async Task<LanguageModelStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new LanguageModelStandIn(builder.Build());
        standIn._app.MapPost("/v1/chat/completions", standIn.CompleteAsync);
        await standIn._app.StartAsync(WarmlineApplication.Cancel);
        return standIn;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CompleteAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        _asked.Enqueue(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
        if (Fails)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (Answer is null)
        {
            var gone = new TaskCompletionSource();
            await using var told = request.HttpContext.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }

        return Results.Json(new
        {
            id = "1",
            @object = "chat.completion",
            created = 1,
            model = "stand-in",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Answer } } },
        });
    }
}
