using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using BotFramework.DirectLine;
using BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Warmline.TestSupport;

namespace BotFramework.Tests.DirectLine;

/// <summary>The endpoint on a real server and a free port of the loopback, with a clock that stands still.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    internal const string Secret = "a-secret-of-the-shop's-own-server";
    private const string Base = "/v3/directline";

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly string _settings;

    private DirectLineHost(WebApplication app, FakeTimeProvider time, TroubledStore store, TestSigningKeys keys, string settings)
    {
        (_app, Time, Store, Keys, _settings) = (app, time, store, keys, settings);
        _http = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        _http.BaseAddress = new Uri(app.Urls.First());
    }

    internal FakeTimeProvider Time { get; }

    internal TroubledStore Store { get; }

    internal TestSigningKeys Keys { get; }

    internal DirectLineTokens Tokens => _app.Services.GetRequiredService<DirectLineTokens>();

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal static async Task<DirectLineHost> StartAsync(bool withSecret = true, Action<DirectLineOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var (store, keys) = (new TroubledStore(time), new TestSigningKeys());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IActivityStore>(store).AddSingleton<ISigningKeys>(keys);
        builder.Services.AddHttpClient();
        var settings = Path.GetTempFileName();
        await File.WriteAllTextAsync(settings, "{}", Cancellation);
        builder.Configuration.AddJsonFile(settings, optional: false, reloadOnChange: false);
        builder.Services.AddOptions<DirectLineOptions>().BindConfiguration("DirectLine");
        builder.Services.AddDirectLine(options =>
        {
            if (withSecret)
            {
                options.Secrets.Add(Secret);
            }

            configure?.Invoke(options);
        });
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync(Cancellation);
        return new DirectLineHost(app, time, store, keys, settings);
    }

    /// <summary>Edits the settings of the section DirectLine while the host runs.</summary>
    internal void Configure(string json)
    {
        File.WriteAllText(_settings, $$"""{"DirectLine":{{json}}}""");
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    internal Task<HttpResponseMessage> OpenAsync(Uri address) => _http.GetAsync(address, Cancellation);

    internal async Task<Reply> SendAsync(
        HttpMethod method, string path, string? credentials, HttpContent? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, Base + path) { Content = body };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (credentials is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + credentials);
        }

        using var response = await _http.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return new Reply((int)response.StatusCode, text, response.Headers);
    }

    internal Task<Reply> GetAsync(string path, string? credentials) => SendAsync(HttpMethod.Get, path, credentials);

    internal Task<Reply> PostAsync(string path, string? credentials, string? json = null) => SendAsync(
        HttpMethod.Post, path, credentials, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>A started conversation of a user the token is bound to.</summary>
    internal async Task<Chat> OpenAsync(string? userId = "dl_ana", string? userName = "Ana")
    {
        var token = await Tokens.IssueAsync(DirectLineTokens.NewConversationId(), userId, userName, Cancellation);
        var reply = await PostAsync("/conversations", token.Token, """{"locale":"pl"}""");
        Assert.Equal(201, reply.Status);
        return new Chat(this, token.ConversationId, reply.String("token"), reply.String("streamUrl"));
    }

    internal Task StopAsync() => _app.StopAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        File.Delete(_settings);
        await _app.DisposeAsync();
    }
}

internal sealed record Reply(int Status, string Body, HttpResponseHeaders Headers)
{
    internal JsonElement Json => JsonDocument.Parse(Body).RootElement;

    internal string? Code => Json.GetProperty("error").GetProperty("code").GetString();

    internal ActivityList Activities => JsonSerializer.Deserialize<ActivityList>(Body, ProtocolJson.Options)!;

    internal string String(string name) => Json.GetProperty(name).GetString()!;
}

internal sealed record ActivityList(IReadOnlyList<Activity> Activities, string? Watermark)
{
    internal IEnumerable<string?> Texts => Activities.Select(activity => activity.Text);
}

/// <summary>A client in its conversation.</summary>
internal sealed record Chat(DirectLineHost Host, string Id, string Token, string StreamUrl)
{
    internal Task<Reply> PostAsync(string json) => Host.PostAsync($"/conversations/{Id}/activities", Token, json);

    internal Task<Reply> SayAsync(string text) => PostAsync(ProtocolJson.Write(new
    {
        type = "message",
        text,
        from = new { id = "anyone", role = "user" },
    }));

    internal Task<Reply> PollAsync(string watermark = "") =>
        Host.GetAsync($"/conversations/{Id}/activities?watermark={watermark}", Token);

    internal Task<ClientSocket> ConnectAsync(string? origin = null) => ClientSocket.ConnectAsync(StreamUrl, origin);

    internal Task<Reply> UploadAsync(HttpContent body, string query = "") =>
        Host.SendAsync(HttpMethod.Post, $"/conversations/{Id}/upload{query}", Token, body);

    internal async Task<Chat> ReconnectAsync(string watermark)
    {
        var reply = await Host.GetAsync($"/conversations/{Id}?watermark={watermark}", Token);
        Assert.Equal(200, reply.Status);
        return this with { Token = reply.String("token"), StreamUrl = reply.String("streamUrl") };
    }
}

/// <summary>A client's end of the stream.</summary>
internal sealed class ClientSocket(ClientWebSocket socket) : IDisposable
{
    internal static async Task<ClientSocket> ConnectAsync(string url, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(url), DirectLineHost.Cancellation);
        return new ClientSocket(socket);
    }

    internal async Task<string> ReceiveTextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(DirectLineHost.Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var (buffer, text) = (new byte[64 * 1024], new MemoryStream());
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, patience.Token);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? $"closed {(int)part.CloseStatus!}" : Encoding.UTF8.GetString(text.ToArray());
    }

    internal async Task<ActivityList> ReceiveAsync() =>
        JsonSerializer.Deserialize<ActivityList>(await ReceiveTextAsync(), ProtocolJson.Options)!;

    internal Task SendAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, DirectLineHost.Cancellation);

    internal Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, DirectLineHost.Cancellation);

    public void Dispose() => socket.Dispose();
}
