using System.Text.Json.Nodes;
using BotFramework.Schema;
using Warmline.TestSupport.Channels;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>Our validation of channels' tokens beside the JavaScript SDK's, which validates the tokens our fake channel makes.</summary>
public sealed class TokenConformanceTests
{
    [Fact]
    public async Task Both_let_in_the_same_tokens_but_for_the_named_differences()
    {
        await using var bot = await ChannelBot.StartAsync();
        bot.Channel.Issuer.Rotate("key-plain", endorsements: null).Rotate("key-slack", ["slack"]).Rotate("key-1", [FakeChannel.ChannelId]);
        await using var sdk = await NodeClient.StartAsync("tokens.cjs", bot.Channel.OpenIdMetadata.AbsoluteUri, FakeChannel.AppId);

        var seen = new List<string>();
        foreach (var token in Cases())
        {
            var activity = bot.Channel.Message("hi");
            var authorization = token.Wrap(bot.Channel.Token(token.Spoil));
            var ours = await bot.AcceptsAsync(activity, authorization);
            await sdk.TellAsync(new { activity = JsonNode.Parse(ProtocolJson.Write(activity)), authorization });
            var theirs = (await sdk.NextAsync()).GetProperty("isAccepted").GetBoolean();
            seen.Add($"{token.Name}: ours {(ours ? "in" : "out")}, SDK {(theirs ? "in" : "out")}");
        }

        Assert.Equal(Cases().Select(token => $"{token.Name}: ours {token.Ours}, SDK {token.Sdk}"), seen);
    }

    private static IEnumerable<TokenCase> Cases() =>
    [
        new("good", (_, _) => { }, "in"),
        new("RS384", (header, _) => header["alg"] = "RS384", "in"),
        new("RS512", (header, _) => header["alg"] = "RS512", "in"),
        new("expired within the skew", (_, payload) => payload["exp"] = Now - 280, "in"),
        new("expired", (_, payload) => payload["exp"] = Now - 320, "out"),
        new("not yet within the skew", (_, payload) => payload["nbf"] = Now + 280, "in"),
        new("not yet", (_, payload) => payload["nbf"] = Now + 320, "out"),
        new("another audience", (_, payload) => payload["aud"] = "99999999-2222-3333-4444-555555555555", "out"),
        new("two audiences", (_, payload) => payload["aud"] = new JsonArray(FakeChannel.AppId, "another"), "out"),
        new("no audience", (_, payload) => payload.Remove("aud"), "out"),
        new("another issuer", (_, payload) => payload["iss"] = "https://login.example", "out"),
        new("no issuer", (_, payload) => payload.Remove("iss"), "out"),
        new("a key endorsed for another channel", (header, _) => header["kid"] = "key-slack", "out"),
        new("another service", (_, payload) => payload["serviceurl"] = "https://smba.trafficmanager.net/emea/", "out"),
        new("no service", (_, payload) => payload.Remove("serviceurl"), "out"),
        new("unsigned", (header, _) => header["alg"] = "none", "out"),
        new("signed with the public key as secret", (header, _) => header["alg"] = "HS256", "out"),
        new("PS256", (header, _) => header["alg"] = "PS256", "out"),
        new("unknown key", (header, _) => header["kid"] = "key-nobody-knows", "out"),
        new("no key id", (header, _) => header.Remove("kid"), "out"),
        new("changed signature", (_, _) => { }, "out") { Wrap = token => $"Bearer {token[..^8]}AAAAAAAA" },
        new("lower-case scheme", (_, _) => { }, "out") { Wrap = token => $"bearer {token}" },
        new("no token", (_, _) => { }, "out") { Wrap = _ => "Bearer " },

        // The SDK is laxer: it checks endorsements only of keys that have some, and takes a token that never ends.
        new("a key without endorsements", (header, _) => header["kid"] = "key-plain", "out") { Sdk = "in" },
        new("no expiry", (_, payload) => payload.Remove("exp"), "out") { Sdk = "in" },

        // The JavaScript SDK is stricter than the .NET one and we: addresses are compared with their case.
        new("service in capitals", (_, payload) => payload["serviceurl"] = ((string)payload["serviceurl"]!).ToUpperInvariant(), "in") { Sdk = "out" },
    ];

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    private sealed record TokenCase(string Name, Action<JsonObject, JsonObject> Spoil, string Ours)
    {
        public string Sdk { get; init; } = Ours;

        public Func<string, string> Wrap { get; init; } = token => $"Bearer {token}";
    }
}
