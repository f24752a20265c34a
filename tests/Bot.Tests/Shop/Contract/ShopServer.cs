using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Warmline.Bot.Tests.Shop.Contract;

/// <summary>A web server on a free port that stands in for a shop's, and can be in trouble.</summary>
internal abstract class ShopServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, RequestDelegate, Task>> _troubles = new();
    private WebApplication? _app;

    public string Url => _app!.Urls.First();

    /// <summary>Method, path and query of what was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _app = builder.Build();
        _app.Use(async (context, next) =>
        {
            Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            await (_troubles.TryDequeue(out var trouble) ? trouble(context, _ => next(context)) : next(context));
        });
        Map(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The next requests are answered so, one each.</summary>
    public void Then(params Func<HttpContext, RequestDelegate, Task>[] troubles) => Array.ForEach(troubles, _troubles.Enqueue);

    public void Calm() => _troubles.Clear();

    public static Func<HttpContext, RequestDelegate, Task> Fine { get; } = (context, next) => next(context);

    public static Func<HttpContext, RequestDelegate, Task> Status(int code, int? retryAfter = null) => (context, _) =>
    {
        context.Response.StatusCode = code;
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsync("<html>not an answer</html>");
    };

    /// <summary>Says nothing until the other side goes.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Silent { get; } = async (context, _) =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    public static Func<HttpContext, RequestDelegate, Task> Says(string body) => (context, _) =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    };

    public static Func<HttpContext, RequestDelegate, Task> Huge { get; } = async (context, _) =>
    {
        var part = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        for (var sent = 0; sent < 8 * 1024 * 1024 && !context.RequestAborted.IsCancellationRequested; sent += part.Length)
        {
            await context.Response.Body.WriteAsync(part);
        }
    };

    public static Func<HttpContext, RequestDelegate, Task> Elsewhere { get; } = (context, _) =>
    {
        context.Response.Redirect("http://127.0.0.1:9/elsewhere");
        return Task.CompletedTask;
    };

    /// <summary>Does it, and the answer gets lost.</summary>
    public static Func<HttpContext, RequestDelegate, Task> DoneButLost { get; } = async (context, next) =>
    {
        var answer = context.Response.Body;
        context.Response.Body = new MemoryStream();
        await next(context);
        context.Response.Body = answer;
        context.Abort();
    };

    public static Func<HttpContext, RequestDelegate, Task> Dropped { get; } = (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    protected abstract void Map(WebApplication app);
}
