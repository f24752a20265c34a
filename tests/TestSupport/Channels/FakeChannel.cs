using System.Collections.Concurrent;
using BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Warmline.TestSupport.Channels;

/// <summary>
/// A channel of Azure Bot Service on the loopback: its keys and their metadata, its tokens, the login its bots get theirs from, and its
/// connector. Everything can be watched, and made to fail.
/// </summary>
public sealed class FakeChannel : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string ChannelId = "msteams";

    private readonly WebApplication _app;

    private FakeChannel(WebApplication app, TimeProvider time)
    {
        _app = app;
        (Issuer, Connector) = (new ChannelIssuer(time).Rotate("key-1", [ChannelId, "webchat", "sms"]), new FakeConnector(time));
    }

    public ChannelIssuer Issuer { get; }

    public FakeConnector Connector { get; }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where the bot is to call it, a path included as the real one has.</summary>
    public string ServiceUrl => $"{Address}/amer/";

    public Uri OpenIdMetadata => new($"{Address}/v1/.well-known/openidconfiguration");

    /// <summary>Answers instead of the metadata and the keys; null lets them be.</summary>
    public Func<HttpContext, Task>? InsteadOfKeys { get; set; }

    /// <summary>Answers instead of a token.</summary>
    public Func<HttpContext, Task>? InsteadOfToken { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int MetadataReads => _metadataReads;

    /// <summary>Every request for a token: its address with query, and its form.</summary>
    public ConcurrentQueue<ConnectorCall> TokenRequests { get; } = new();

    /// <summary>How long the bot's tokens last, in seconds.</summary>
    public int TokenLasts { get; set; } = 3600;

    private int _metadataReads;

    public static async Task<FakeChannel> StartAsync(TimeProvider? time = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var channel = new FakeChannel(builder.Build(), time ?? TimeProvider.System);
        channel.Map();
        await channel._app.StartAsync();
        channel.Address = channel._app.Urls.First();
        return channel;
    }

    /// <summary>What a customer of this channel says, complete.</summary>
    public Activity Message(string text, string conversation = "19:thread@thread.tacv2;messageid=1") => new()
    {
        Type = ActivityTypes.Message,
        Id = $"in-{Guid.NewGuid():N}",
        Text = text,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        From = new ChannelAccount("29:ana", "Ana"),
        Recipient = new ChannelAccount("28:bot", "Bot"),
        Conversation = new ConversationAccount(conversation),
    };

    public string Token(Action<System.Text.Json.Nodes.JsonObject, System.Text.Json.Nodes.JsonObject>? spoil = null) =>
        Issuer.Token(AppId, ServiceUrl, spoil);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/v1/.well-known/openidconfiguration", http => KeysAsync(http, () =>
        {
            Interlocked.Increment(ref _metadataReads);
            return $$"""{"issuer":"{{ChannelIssuer.Name}}","jwks_uri":"{{Address}}/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"]}""";
        }));
        _app.MapGet("/v1/.well-known/keys", http => KeysAsync(http, () => Issuer.KeySet().ToJsonString()));
        _app.Map("/{tenant}/oauth2/v2.0/token", TokenAsync);
        _app.Map("/metadata/identity/oauth2/token", TokenAsync);
        _app.Map("/amer/{**route}", http => Connector.HandleAsync(http, ServiceUrl));
    }

    private Task KeysAsync(HttpContext http, Func<string> body)
    {
        var text = body();
        return InsteadOfKeys?.Invoke(http) ?? http.Response.WriteAsync(text, http.RequestAborted);
    }

    private async Task TokenAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new ConnectorCall(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(http.RequestAborted));
        TokenRequests.Enqueue(call);
        await (InsteadOfToken?.Invoke(http) ?? http.Response.WriteAsync(
            $$"""{"token_type":"Bearer","expires_in":"{{TokenLasts}}","access_token":"bot-token-{{TokenRequests.Count}}"}""", http.RequestAborted));
    }
}
