using System.Net;
using System.Text.Json.Nodes;
using BotFramework.Tests.Hosting;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Authentication;

public sealed class ChannelTokenTests
{
    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_good_token_opens(string algorithm)
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.DeliverAsync(host.Channel.Message("hi"), host.Channel.Token((header, _) => header["alg"] = algorithm));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        Assert.Equal("Echo: hi", (await host.Channel.Connector.NextAsync(BotHost.Cancellation)).Text);
    }

    public static TheoryData<string, Action<JsonObject, JsonObject>> Spoiled => new()
    {
        { "issuer", (_, payload) => payload["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" },
        { "issuer with a slash", (_, payload) => payload["iss"] = ChannelIssuer.Name + "/" },
        { "no issuer", (_, payload) => payload.Remove("iss") },
        { "audience", (_, payload) => payload["aud"] = "99999999-2222-3333-4444-555555555555" },
        { "no audience", (_, payload) => payload.Remove("aud") },
        { "two audiences", (_, payload) => payload["aud"] = new JsonArray(FakeChannel.AppId, "another") },
        { "expired", (_, payload) => payload["exp"] = (long)payload["exp"]! - 3600 - 301 },
        { "no expiry", (_, payload) => payload.Remove("exp") },
        { "not yet", (_, payload) => payload["nbf"] = (long)payload["nbf"]! + 10 + 301 },
        { "unsigned", (header, _) => header["alg"] = "none" },
        { "signed with the public key as secret", (header, _) => header["alg"] = "HS256" },
        { "another algorithm", (header, _) => header["alg"] = "PS256" },
        { "unknown key", (header, _) => header["kid"] = "key-nobody-knows" },
        { "no key id", (header, _) => header.Remove("kid") },
        { "another service", (_, payload) => payload["serviceurl"] = "https://smba.trafficmanager.net/emea/" },
        { "no service", (_, payload) => payload.Remove("serviceurl") },
        { "a service that is no text", (_, payload) => payload["serviceurl"] = 7 },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public async Task A_spoiled_token_is_401_and_nothing_more(string what, Action<JsonObject, JsonObject> spoil)
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.DeliverAsync(host.Channel.Message("hi"), host.Channel.Token(spoil));

        Assert.Equal((what, HttpStatusCode.Unauthorized, ""), (what, answer.Status, answer.Body));
        Assert.Empty(host.Channel.Connector.Calls);
    }

    [Theory]
    [InlineData("expired", 299)]
    [InlineData("not yet", 299)]
    public async Task Clocks_may_differ_by_five_minutes(string what, int seconds)
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.DeliverAsync(host.Channel.Message("hi"), host.Channel.Token((_, payload) =>
        {
            payload["exp"] = what == "expired" ? (long)payload["exp"]! - 3600 - seconds : payload["exp"]!.DeepClone();
            payload["nbf"] = what == "not yet" ? (long)payload["nbf"]! + 10 + seconds : payload["nbf"]!.DeepClone();
        }));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_changed_token_is_401()
    {
        await using var host = await BotHost.StartAsync();
        var parts = host.Channel.Token().Split('.');
        var other = host.Channel.Token((_, payload) => payload["serviceurl"] = "https://evil.example/").Split('.');

        var answer = await host.DeliverAsync(host.Channel.Message("hi"), $"{parts[0]}.{other[1]}.{parts[2]}");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AA")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Anything_but_a_token_is_401(string? authorization)
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.PostAsync("{}", authorization);

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task Scheme_and_service_are_as_the_protocol_has_them()
    {
        await using var host = await BotHost.StartAsync();
        var message = host.Channel.Message("hi");
        var json = BotFramework.Schema.ProtocolJson.Write(message);

        var otherScheme = await host.PostAsync(json, $"Token {host.Channel.Token()}");
        message.ServiceUrl = message.ServiceUrl!.ToUpperInvariant().Replace("HTTP://", "http://", StringComparison.Ordinal);
        var otherCase = await host.DeliverAsync(message);

        Assert.Equal(HttpStatusCode.Unauthorized, otherScheme.Status);
        Assert.Equal(HttpStatusCode.OK, otherCase.Status);
    }

    [Theory]
    [InlineData("msteams", HttpStatusCode.OK)]
    [InlineData("webchat", HttpStatusCode.OK)]
    [InlineData("slack", HttpStatusCode.Unauthorized)]
    [InlineData("MSTEAMS", HttpStatusCode.Unauthorized)]
    public async Task The_key_must_be_endorsed_for_the_channel(string channelId, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync();
        var message = host.Channel.Message("hi");
        message.ChannelId = channelId;

        Assert.Equal(expected, (await host.DeliverAsync(message)).Status);
    }

    [Fact]
    public async Task A_key_without_endorsements_opens_nothing()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Issuer.Rotate("key-plain", endorsements: null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.DeliverAsync(host.Channel.Message("hi"))).Status);
    }
}
