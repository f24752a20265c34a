using BotFramework.DirectLine;
using Microsoft.Extensions.Options;

namespace BotFramework.Tests.DirectLine;

public sealed class SiteTests
{
    private static Task<DirectLineHost> TwoSitesAsync() => DirectLineHost.StartAsync(configure: options =>
    {
        if (!options.Sites.ContainsKey("north"))
        {
            options.Sites["north"] = new DirectLineSite { Secrets = { "north-1", "north-2" } };
        }
    });

    [Fact]
    public async Task Each_secret_of_a_site_makes_tokens_and_sees_the_conversations_of_its_site_alone()
    {
        await using var host = await TwoSitesAsync();
        var (own, north) = (await StartAsync(host, DirectLineHost.Secret), await StartAsync(host, "north-1"));

        Assert.Equal(200, (await PollAsync(host, north, "north-2")).Status);
        Assert.Equal(200, (await PollAsync(host, own, DirectLineHost.Secret)).Status);
        Assert.Equal((403, "Forbidden"), ((await PollAsync(host, own, "north-1")).Status, (await PollAsync(host, own, "north-1")).Code));
        Assert.Equal(403, (await PollAsync(host, north, DirectLineHost.Secret)).Status);
        Assert.Equal(403, (await host.PostAsync("/tokens/generate", "north-3")).Status);
    }

    [Fact]
    public async Task Secrets_rotate_while_the_host_runs_and_tokens_live_on()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Configure("""{"Sites":{"Shop2":{"Secrets":["old"]}}}""");
        var token = (await host.PostAsync("/tokens/generate", "old", """{"user":{"id":"dl_ana"},"eTag":"*"}""")).String("token");

        host.Configure("""{"Sites":{"Shop2":{"Secrets":["new"]}}}""");

        Assert.Equal(403, (await host.PostAsync("/tokens/generate", "old")).Status);
        Assert.Equal(200, (await host.PostAsync("/tokens/generate", "new")).Status);
        Assert.Equal(201, (await host.PostAsync("/conversations", token)).Status);
        Assert.Equal(200, (await host.PostAsync("/tokens/refresh", token)).Status);
    }

    [Theory]
    [InlineData("""{"Sites":{"shop2":{"Secrets":["s2"],"Disabled":true}}}""")]
    [InlineData("{}")]
    public async Task A_site_that_is_closed_or_taken_away_ends_its_secrets_tokens_and_streams(string settings)
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Configure("""{"Sites":{"shop2":{"Secrets":["s2"]}}}""");
        var entry = await host.PostAsync("/conversations", "s2", """{"user":{"id":"u"}}""");
        var chat = new Chat(host, entry.String("conversationId"), entry.String("token"), entry.String("streamUrl"));
        using var socket = await chat.ConnectAsync();
        await chat.SayAsync("hi");
        await socket.ReceiveAsync();

        host.Configure(settings);

        Assert.StartsWith("closed", await socket.ReceiveTextAsync(), StringComparison.Ordinal);
        Assert.Equal(403, (await chat.PollAsync()).Status);
        Assert.Equal(403, (await host.PostAsync("/tokens/refresh", chat.Token)).Status);
        Assert.Equal(403, (await host.PostAsync("/tokens/generate", "s2")).Status);
    }

    [Fact]
    public async Task Settings_that_are_changed_to_something_impossible_change_nothing()
    {
        await using var host = await TwoSitesAsync();
        var north = await StartAsync(host, "north-1");

        // The same secret twice: nobody could say which site it is.
        var outcome = Record.Exception(() => host.Configure("""{"Sites":{"south":{"Secrets":["north-1"]}}}"""));

        Assert.True(outcome is null or AggregateException or OptionsValidationException);
        Assert.Equal(200, (await PollAsync(host, north, "north-1")).Status);
        Assert.Equal(200, (await PollAsync(host, north, "north-2")).Status);
    }

    [Fact]
    public async Task Sites_with_one_secret_or_with_names_that_fit_nowhere_stop_the_start()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() => DirectLineHost.StartAsync(
            configure: options => options.Sites["a"] = new DirectLineSite { Secrets = { DirectLineHost.Secret } }));
        await Assert.ThrowsAsync<OptionsValidationException>(() => DirectLineHost.StartAsync(
            configure: options => options.Sites["a~b"] = new DirectLineSite()));
    }

    private static async Task<string> StartAsync(DirectLineHost host, string secret)
    {
        var started = await host.PostAsync("/conversations", secret, """{"user":{"id":"dl_ana"}}""");
        Assert.Equal(201, started.Status);
        return started.String("conversationId");
    }

    private static Task<Reply> PollAsync(DirectLineHost host, string conversation, string credentials) =>
        host.GetAsync($"/conversations/{conversation}/activities", credentials);
}
