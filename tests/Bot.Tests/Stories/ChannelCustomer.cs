using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotFramework.Schema;
using Microsoft.Extensions.DependencyInjection;
using Warmline.TestSupport.Channels;

namespace Warmline.Bot.Tests.Stories;

/// <summary>A customer who writes in one of Azure's channels.</summary>
internal sealed class ChannelCustomer(WarmlineApplication app, FakeChannel channel, string conversation = "a:maja")
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    /// <summary>The product and a channel that knows its bot.</summary>
    public static WarmlineApplication OpenShop(FakeChannel channel, params (string Key, string Value)[] more) => OpenShopWith(channel, null, more);

    public static WarmlineApplication OpenShopWith(FakeChannel channel, Action<IServiceCollection>? replace, params (string Key, string Value)[] more) => WarmlineApplication.OpenWith(
    replace,
    [
        ("Warmline:BotFramework:AppId", FakeChannel.AppId),
        ("Warmline:BotFramework:TenantId", "the-shops-tenant"),
        ("Warmline:BotFramework:ClientSecret", "the-bots-secret"),
        ("Warmline:BotFramework:OpenIdMetadata", channel.OpenIdMetadata.ToString()),
        ("Warmline:BotFramework:LoginEndpoint", channel.Address),
        ("Warmline:BotFramework:CallTimeout", "00:00:02"),
        ("Warmline:BotFramework:AllowedServiceHosts:9", channel.Address),
        .. more,
    ]);

    public async Task<HttpStatusCode> WriteAsync(string text, string? id = null) => (await DeliverAsync(New(text, id))).Status;

    public Activity New(string text, string? id = null)
    {
        var activity = channel.Message(text, conversation);
        (activity.Id, activity.Locale) = (id ?? activity.Id, "en-GB");
        return activity;
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> DeliverAsync(Activity activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity, null, ProtocolJson.Options) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? channel.Token());
        using var response = await app.Http.SendAsync(request, Cancel);
        var body = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }

    /// <summary>The next thing the channel gets, whatever it makes of it.</summary>
    public async Task<ConnectorCall> NextCallAsync() => await channel.Connector.NextAsync(Cancel);

    /// <summary>What is said next, when all goes well.</summary>
    public async Task<string> NextTextAsync() => (await NextCallAsync()).Text!;

    public async Task<string> NextTextWithAsync(string part)
    {
        while (true)
        {
            if (await NextTextAsync() is var text && text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }
        }
    }
}
