using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using BotFramework.Builder;
using BotFramework.Connector;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Hosting;

/// <summary>A bot behind the channel endpoint on a real server, and the channel that talks to it, on one clock that stands still.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    internal const string Path = "/api/messages";
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private BotHost(WebApplication app, FakeChannel channel, PausingTime time, Notes notes)
    {
        (_app, Channel, Time, Notes) = (app, channel, time, notes);
        _http = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient("tests");
        _http.BaseAddress = new Uri(app.Urls.First());
    }

    internal FakeChannel Channel { get; }

    internal PausingTime Time { get; }

    /// <summary>Everything logged.</summary>
    internal Notes Notes { get; }

    internal IServiceProvider Services => _app.Services;

    internal ConnectorClient Connector => _app.Services.GetRequiredService<ConnectorClient>();

    internal CloudAdapter Adapter => _app.Services.GetRequiredService<CloudAdapter>();

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static Task<BotHost> StartAsync(BotCallbackHandler? bot = null, Action<BotFrameworkOptions>? configure = null) =>
        StartAsync(new CallbackBot(bot ?? EchoAsync), configure);

    internal static async Task<BotHost> StartAsync(
        IBot bot, Action<BotFrameworkOptions>? configure = null, string environment = "Production", IActivityIntake? intake = null)
    {
        var time = new PausingTime();
        var channel = await FakeChannel.StartAsync(time);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var notes = new Notes();
        builder.Logging.ClearProviders().AddProvider(notes);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(bot).AddHttpClient("tests");
        if (intake is not null)
        {
            builder.Services.AddSingleton(intake);
        }

        builder.Services.AddBotFramework(options =>
        {
            (options.AppId, options.ClientSecret) = (FakeChannel.AppId, "the-bots-secret");
            (options.OpenIdMetadata, options.LoginEndpoint) = (channel.OpenIdMetadata, new Uri(channel.Address));
            options.AllowedServiceHosts.Add(channel.Address);
            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapMessages();
        await app.StartAsync(Cancellation);
        return new BotHost(app, channel, time, notes);
    }

    /// <summary>As a channel delivers; a good token unless another one, or none, is given.</summary>
    internal Task<Answered> DeliverAsync(Activity activity, string? token = null) =>
        PostAsync(ProtocolJson.Write(activity), $"Bearer {token ?? Channel.Token()}");

    internal async Task<Answered> PostAsync(string? body, string? authorization, params (string Name, string Value)[] headers) =>
        await SendAsync(HttpMethod.Post, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), authorization, headers);

    internal async Task<Answered> SendAsync(
        HttpMethod method, HttpContent? body, string? authorization, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Path) { Content = body };
        foreach (var (name, value) in headers.Append(("Authorization", authorization ?? "")).Where(header => header.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request, Cancellation);
        return new Answered(response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), [.. response.Content.Headers.Allow]);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private static Task<ResourceResponse> EchoAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        turn.SendActivityAsync($"Echo: {turn.Activity.Text}", cancellationToken: cancellationToken);
}

internal sealed record Answered(HttpStatusCode Status, string Body, IReadOnlyList<string> Allow)
{
    internal System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Body)!;

    internal string? Code => (string?)Json["error"]!["code"];
}

internal sealed class CallbackBot(BotCallbackHandler callback) : IBot
{
    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => callback(turnContext, cancellationToken);
}

/// <summary>A clock that stands still, and tells when somebody waits on it: only then it helps to move it.</summary>
internal sealed class PausingTime() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero))
{
    // The time limit of a call is no pause.
    private static readonly TimeSpan CallTimeout = new BotFrameworkOptions().CallTimeout;
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();

    internal ValueTask<TimeSpan> PauseAsync() => _pauses.Reader.ReadAsync(BotHost.Cancellation);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != CallTimeout)
        {
            _pauses.Writer.TryWrite(dueTime);
        }

        return timer;
    }
}

/// <summary>Keeps what is logged.</summary>
internal sealed class Notes : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    internal string All => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
