using System.Net.WebSockets;

namespace BotFramework.Tests.DirectLine;

public sealed class OriginTests
{
    private const string Shop = "https://shop.example";

    [Fact]
    public async Task A_token_with_trusted_origins_is_good_there_and_for_clients_that_are_no_browser()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await TrustingAsync(host);

        var there = await FromAsync(chat, Shop);
        var elsewhere = await FromAsync(chat, "https://evil.example");
        var hidden = await FromAsync(chat, "null");
        var noBrowser = await chat.PollAsync();

        Assert.Equal((200, Shop, "Origin"), (there.Status, Header(there, "Access-Control-Allow-Origin"), Header(there, "Vary")));
        Assert.Equal((403, "Forbidden", "*"), (elsewhere.Status, elsewhere.Code, Header(elsewhere, "Access-Control-Allow-Origin")));
        Assert.Equal((403, 200), (hidden.Status, noBrowser.Status));
    }

    [Fact]
    public async Task The_trust_goes_with_refreshed_tokens_and_with_the_stream()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await TrustingAsync(host);
        var fresh = (await host.PostAsync("/tokens/refresh", chat.Token)).String("token");

        Assert.Equal(403, (await FromAsync(chat with { Token = fresh }, "https://evil.example")).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => chat.ConnectAsync("https://evil.example"));
        using var socket = await chat.ConnectAsync(Shop);
        await chat.SayAsync("hi");
        Assert.Equal("hi", Assert.Single((await socket.ReceiveAsync()).Texts));
    }

    [Fact]
    public async Task Without_trusted_origins_any_page_may_use_the_token()
    {
        await using var host = await DirectLineHost.StartAsync();
        var reply = await FromAsync(await host.OpenAsync(), "https://any.example");

        Assert.Equal((200, "*"), (reply.Status, Header(reply, "Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("""["shop.example"]""")]
    [InlineData("""["https://shop.example/path"]""")]
    [InlineData("""["javascript:alert(1)"]""")]
    [InlineData("""[null]""")]
    [InlineData("""["https://1.a","https://2.a","https://3.a","https://4.a","https://5.a","https://6.a","https://7.a","https://8.a","https://9.a","https://10.a","https://11.a"]""")]
    [InlineData("\"everywhere\"")]
    public async Task Origins_that_are_none_are_refused(string origins)
    {
        await using var host = await DirectLineHost.StartAsync();
        var reply = await host.PostAsync("/tokens/generate", DirectLineHost.Secret, $$"""{"trustedOrigins":{{origins}}}""");

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task There_are_no_sign_in_sessions_and_a_browser_may_read_that()
    {
        await using var host = await DirectLineHost.StartAsync();
        var answer = await host.SendAsync(HttpMethod.Get, "/session/getsessionid", "anything", origin: Shop);
        var preflight = await host.SendAsync(HttpMethod.Options, "/session/getsessionid", null, origin: Shop);

        Assert.Equal((404, "NotSupported"), (answer.Status, answer.Code));
        Assert.All([answer, preflight], reply => Assert.Equal(
            (Shop, "true"), (Header(reply, "Access-Control-Allow-Origin"), Header(reply, "Access-Control-Allow-Credentials"))));
    }

    [Fact]
    public async Task A_name_too_long_for_a_token_is_refused_rather_than_made_into_one_nobody_can_use()
    {
        await using var host = await DirectLineHost.StartAsync();
        var reply = await host.PostAsync(
            "/tokens/generate", DirectLineHost.Secret, BotFramework.Schema.ProtocolJson.Write(new { user = new { id = "dl_ana", name = new string('n', 5000) } }));

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
    }

    private static async Task<Chat> TrustingAsync(DirectLineHost host)
    {
        var made = await host.PostAsync(
            "/tokens/generate", DirectLineHost.Secret, """{"user":{"id":"dl_ana"},"trustedOrigins":["https://shop.example","https://SHOP.example:8443/"]}""");
        var started = await host.PostAsync("/conversations", made.String("token"));
        return new Chat(host, started.String("conversationId"), started.String("token"), started.String("streamUrl"));
    }

    private static Task<Reply> FromAsync(Chat chat, string origin) =>
        chat.Host.SendAsync(HttpMethod.Get, $"/conversations/{chat.Id}/activities", chat.Token, origin: origin);

    private static string? Header(Reply reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
