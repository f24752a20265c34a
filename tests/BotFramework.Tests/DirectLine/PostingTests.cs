using System.Text.Json;
using BotFramework.DirectLine;
using BotFramework.Schema;

namespace BotFramework.Tests.DirectLine;

public sealed class PostingTests
{
    [Fact]
    public async Task A_message_is_stored_as_the_token_user_and_comes_back_with_its_channel_data()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var posted = await chat.PostAsync("""
            {"type":"message","text":"gdzie jest paczka? 📦 سفارش‌ها","locale":"pl-PL","channelId":"webchat","callerId":"urn:evil",
             "serviceUrl":"http://evil.example","timestamp":"1999-01-01T00:00:00Z","localTimestamp":"2026-11-23T11:00:00.000+01:00",
             "from":{"id":"dl_someone-else","name":"Boss","role":"user"},"recipient":{"id":"x"},"conversation":{"id":"other"},
             "entities":[{"type":"ClientCapabilities","requiresBotState":true}],
             "channelData":{"clientActivityID":"c1","nested":[1,null]},"futureField":{"a":1}}
            """);
        var line = Assert.Single((await chat.PollAsync()).Activities.Activities);

        Assert.Equal((200, line.Id), (posted.Status, posted.String("id")));
        Assert.Equal(("dl_ana", "Ana", "user"), (line.From!.Id, line.From.Name, line.From.Role));
        Assert.Equal(("directline", chat.Id, "bot"), (line.ChannelId, line.Conversation!.Id, line.Recipient!.Id));
        Assert.Equal("gdzie jest paczka? 📦 سفارش‌ها", line.Text);
        Assert.Equal("""{"clientActivityID":"c1","nested":[1,null]}""", line.ChannelData!.Value.GetRawText());
        Assert.Equal(host.Time.GetUtcNow(), line.Timestamp);
        Assert.Null(line.ServiceUrl);
        Assert.Equal("futureField", Assert.Single(line.Properties!).Key);
    }

    [Fact]
    public async Task The_same_client_activity_twice_is_one_line_with_one_id()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        const string Once = """{"type":"message","text":"once","from":{"id":"x"},"channelData":{"clientActivityID":"c1"}}""";

        Assert.Equal((await chat.PostAsync(Once)).String("id"), (await chat.PostAsync(Once)).String("id"));
        Assert.Single(await host.Store.LinesAsync(chat.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"text\":{\"a\":1}}")]
    [InlineData("{\"type\":\"message\",\"attachments\":\"all\"}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"message\",\"channelData\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"type\":\"event\"}")]
    [InlineData("{\"type\":\"invoke\",\"name\":\"x\"}")]
    [InlineData("{\"type\":\"conversationUpdate\",\"membersAdded\":[{\"id\":\"boss\"}]}")]
    [InlineData("{\"type\":\"Message\",\"text\":\"hi\"}")]
    [InlineData("{\"type\":\"message\",\"from\":{\"id\":\"bot\",\"role\":\"bot\"}}")]
    [InlineData("{\"type\":\"message\",\"from\":{\"id\":\"bot\",\"role\":\"Bot\"}}")]
    public async Task What_can_not_be_an_activity_of_a_customer_is_refused_and_nothing_is_stored(string json)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var reply = await chat.PostAsync(json);

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
        Assert.DoesNotContain("Exception", reply.Body, StringComparison.Ordinal);
        Assert.Empty(await host.Store.LinesAsync(chat.Id));
    }

    [Fact]
    public async Task Too_deep_is_refused_and_the_deepest_that_is_taken_can_be_read_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();

        Assert.Equal(400, (await chat.PostAsync(Nested(64))).Status);
        Assert.Equal(200, (await chat.PostAsync(Nested(63))).Status);
        Assert.Single((await chat.PollAsync()).Activities.Activities);

        static string Nested(int depth) =>
            $$"""{"type":"message","value":{{new string('[', depth)}}{{new string(']', depth)}}}""";
    }

    [Fact]
    public async Task Too_large_is_413_whether_the_length_is_announced_or_not()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var huge = $$"""{"type":"message","value":"{{new string('x', 300_000)}}"}""";
        using var chunked = new ChunkedContent(huge);

        Assert.Equal((413, "MessageSizeTooBig"), ((await chat.PostAsync(huge)).Status, (await chat.PostAsync(huge)).Code));
        Assert.Equal(413, (await host.SendAsync(HttpMethod.Post, $"/conversations/{chat.Id}/activities", chat.Token, chunked)).Status);
        Assert.Equal(413, (await chat.SayAsync(new string('ż', 10_001))).Status);
        Assert.Equal(200, (await chat.SayAsync(new string('ż', 10_000))).Status);
        Assert.Single(await host.Store.LinesAsync(chat.Id));
    }

    [Theory]
    [InlineData("{\"type\":\"message\",\"text\":\"hi\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"hi\",\"from\":{\"id\":\"dl_ana\"}}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"hi\",\"from\":{\"id\":\"bot\"}}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"hi\",\"from\":{\"id\":\"r_1\",\"role\":\"channel\"}}", 200)]
    public async Task With_an_open_token_a_client_says_who_it_is_but_not_that_it_is_the_bot_or_a_token_user(string json, int status)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync(userId: null, userName: null);

        Assert.Equal(status, (await chat.PostAsync(json)).Status);
        Assert.All(await host.Store.LinesAsync(chat.Id), line => Assert.Equal("user", line.From!.Role));
    }

    [Fact]
    public async Task An_unknown_conversation_is_404_on_every_route()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = await host.Tokens.IssueAsync("never-started", "dl_ana", cancellationToken: DirectLineHost.Cancellation);
        var chat = new Chat(host, "never-started", token.Token, "");

        Assert.Equal((404, "NotFound"), ((await chat.PollAsync()).Status, (await chat.PollAsync()).Code));
        Assert.Equal(404, (await chat.SayAsync("hi")).Status);
        Assert.Equal(404, (await host.GetAsync($"/conversations/{chat.Id}", chat.Token)).Status);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_nobody_gave_is_400(string watermark)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();

        Assert.Equal(400, (await chat.PollAsync(watermark)).Status);
        Assert.Equal(400, (await host.GetAsync($"/conversations/{chat.Id}?watermark={watermark}", chat.Token)).Status);
    }

    [Fact]
    public async Task Polling_pages_through_everything_by_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        for (var i = 1; i <= 150; i++)
        {
            host.Store.Say(chat.Id, $"{i}");
        }

        var first = (await chat.PollAsync()).Activities;
        var second = (await chat.PollAsync(first.Watermark!)).Activities;
        var third = (await chat.PollAsync(second.Watermark!)).Activities;

        Assert.Equal(Enumerable.Range(1, 150).Select(i => $"{i}"), first.Texts.Concat(second.Texts));
        Assert.Equal(("100", "150", "150"), (first.Watermark, second.Watermark, third.Watermark));
        Assert.Empty(third.Activities);
    }

    [Fact]
    public async Task Polling_never_answers_5xx_and_loses_nothing_when_the_store_is_in_trouble()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        await chat.SayAsync("one");
        host.Store.ReadsFail = true;
        var during = await chat.PollAsync("1");
        host.Store.ReadsFail = false;
        await chat.SayAsync("two");

        Assert.Equal((200, "1"), (during.Status, during.Activities.Watermark));
        Assert.Empty(during.Activities.Activities);
        Assert.DoesNotContain("secret", during.Body, StringComparison.Ordinal);
        Assert.Equal(["two"], (await chat.PollAsync(during.Activities.Watermark!)).Activities.Texts);
    }

    [Fact]
    public async Task A_post_that_could_not_be_stored_is_not_acknowledged_and_tells_nothing_of_the_inside()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.AppendsFail = true;
        var reply = await chat.SayAsync("hi");

        Assert.Equal((500, "ServiceError"), (reply.Status, reply.Code));
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_host_reaches_the_client_as_it_is()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Refuses = new Refusal(429, "TooManyRequests", "Slow down.");
        var reply = await chat.SayAsync("hi");

        Assert.Equal((429, "TooManyRequests"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Any_origin_may_ask_and_read_even_refusals()
    {
        await using var host = await DirectLineHost.StartAsync();
        var preflight = await host.SendAsync(HttpMethod.Options, "/conversations/x/activities", null);
        var refused = await host.GetAsync("/conversations/x/activities", null);

        Assert.Equal(204, preflight.Status);
        Assert.Equal("*", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.All(
            new[] { "authorization", "content-type", "x-ms-bot-agent", "x-requested-with" },
            name => Assert.Contains(name, preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal));
        Assert.False(preflight.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.Equal("*", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private sealed class ChunkedContent(string text) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            await JsonSerializer.SerializeAsync(stream, JsonDocument.Parse(text).RootElement);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
