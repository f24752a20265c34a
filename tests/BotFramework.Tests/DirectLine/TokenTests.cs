using System.Text;
using BotFramework.DirectLine;

namespace BotFramework.Tests.DirectLine;

public sealed class TokenTests
{
    [Fact]
    public async Task The_secret_makes_a_token_that_starts_one_conversation_and_finds_it_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var made = await host.PostAsync("/tokens/generate", DirectLineHost.Secret, """{"user":{"id":"dl_ana","name":"Ana"}}""");
        var started = await host.PostAsync("/conversations", made.String("token"), """{"user":{"id":"r_x"},"locale":"fa-IR"}""");
        var again = await host.PostAsync("/conversations", made.String("token"));

        Assert.Equal((200, 201, 200), (made.Status, started.Status, again.Status));
        Assert.Equal(1800, made.Json.GetProperty("expires_in").GetInt32());
        Assert.Equal(made.String("conversationId"), started.String("conversationId"));
        Assert.StartsWith("ws://127.0.0.1:", started.String("streamUrl"), StringComparison.Ordinal);
        Assert.Equal(("dl_ana", "Ana", "fa-IR"), (host.Store.Starts[0].UserId, host.Store.Starts[0].UserName, host.Store.Starts[0].Locale));
    }

    [Fact]
    public async Task Without_a_secret_configured_nobody_makes_tokens()
    {
        await using var host = await DirectLineHost.StartAsync(withSecret: false);

        Assert.Equal(401, (await host.PostAsync("/tokens/generate", null)).Status);
        Assert.Equal(403, (await host.PostAsync("/tokens/generate", DirectLineHost.Secret)).Status);
        Assert.Equal(401, (await host.PostAsync("/tokens/generate", "")).Status);
    }

    [Fact]
    public async Task The_secret_enters_every_conversation_and_starts_new_ones()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var started = await host.PostAsync("/conversations", DirectLineHost.Secret, """{"user":{"id":"r_1"}}""");

        Assert.Equal(201, started.Status);
        Assert.Equal(200, (await host.GetAsync($"/conversations/{chat.Id}/activities", DirectLineHost.Secret)).Status);
    }

    [Fact]
    public async Task A_token_user_id_without_the_prefix_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var reply = await host.PostAsync("/tokens/generate", DirectLineHost.Secret, """{"user":{"id":"ana"}}""");

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_expired_token_is_told_so_with_403_everywhere()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(30));

        Reply[] replies =
        [
            await chat.PollAsync(), await chat.SayAsync("hi"), await host.PostAsync("/tokens/refresh", chat.Token),
            await host.PostAsync("/conversations", chat.Token), await host.GetAsync($"/conversations/{chat.Id}", chat.Token),
        ];

        Assert.All(replies, reply => Assert.Equal((403, "TokenExpired"), (reply.Status, reply.Code)));
    }

    [Fact]
    public async Task Refreshing_in_time_keeps_the_conversation_and_the_user()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(29));
        var fresh = await host.PostAsync("/tokens/refresh", chat.Token);
        host.Time.Advance(TimeSpan.FromMinutes(29));

        Assert.Equal(200, (await (chat with { Token = fresh.String("token") }).SayAsync("still here")).Status);
        Assert.Equal("dl_ana", (await host.Store.LinesAsync(chat.Id))[0].From!.Id);
    }

    [Fact]
    public async Task A_token_of_another_conversation_is_foreign()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, other) = (await host.OpenAsync(), await host.OpenAsync());
        var stolen = mine with { Id = other.Id };

        Assert.Equal((403, "Forbidden"), ((await stolen.PollAsync()).Status, (await stolen.PollAsync()).Code));
        Assert.Equal(403, (await stolen.SayAsync("hi")).Status);
        Assert.Equal(403, (await host.GetAsync($"/conversations/{other.Id}", mine.Token)).Status);
        Assert.Empty(await host.Store.LinesAsync(other.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-token")]
    [InlineData("a.b.c")]
    public async Task No_token_or_none_that_can_be_read_is_401(string? token)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();

        Assert.Equal(401, (await host.GetAsync($"/conversations/{chat.Id}/activities", token)).Status);
    }

    [Fact]
    public async Task Keys_may_rotate_and_forgotten_ones_end_their_tokens()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();

        host.Keys.Rotate("second");
        Assert.Equal(200, (await chat.PollAsync()).Status);
        host.Keys.Rotate("third", forgetOthers: true);
        Assert.Equal((403, "Forbidden"), ((await chat.PollAsync()).Status, (await chat.PollAsync()).Code));
    }

    [Fact]
    public async Task A_stream_token_opens_no_routes_and_a_token_without_a_signature_opens_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var stream = chat.StreamUrl.Split("t=")[1];
        var body = chat.Token.Split('.')[1];
        var unsigned = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"alg":"none"}""")).TrimEnd('=') + $".{body}.";

        Assert.Equal(403, (await (chat with { Token = stream }).PollAsync()).Status);
        Assert.Contains((await (chat with { Token = unsigned }).PollAsync()).Status, new[] { 401, 403 });
        Assert.Equal(TokenState.Foreign, (await host.Tokens.ReadAsync(unsigned, DirectLineHost.Cancellation)).State);
    }
}
