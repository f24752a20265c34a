using System.Net;
using BotFramework.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Authentication;

public sealed class ChannelKeyTests
{
    private static readonly string[] Endorsed = [FakeChannel.ChannelId];

    [Fact]
    public async Task A_new_key_is_found_by_the_first_message_it_signs()
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        host.Channel.Issuer.Rotate("key-2", Endorsed, forgetOthers: true);
        host.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        Assert.Equal(2, host.Channel.MetadataReads);
    }

    [Fact]
    public async Task Unknown_keys_cause_one_look_in_five_minutes()
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        host.Time.Advance(TimeSpan.FromMinutes(5));

        for (var i = 0; i < 5; i++)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            var stranger = host.Channel.Token((header, _) => header["kid"] = $"key-stranger-{i % 2}");
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.DeliverAsync(host.Channel.Message("hi"), stranger)).Status);
        }

        Assert.Equal(2, host.Channel.MetadataReads);
    }

    [Fact]
    public async Task Many_at_once_look_once()
    {
        await using var host = await BotHost.StartAsync();
        var gate = new TaskCompletionSource();
        host.Channel.InsteadOfKeys = async http =>
        {
            host.Channel.InsteadOfKeys = null;
            await gate.Task;
            http.Response.Redirect($"{host.Channel.Address}/elsewhere");
        };
        var first = SayAsync(host);
        var others = Enumerable.Range(0, 19).Select(_ => SayAsync(host)).ToArray();
        gate.SetResult();

        // A redirect is not followed, so this look failed; they all shared it.
        Assert.All(await Task.WhenAll([first, .. others]), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(1, host.Channel.MetadataReads);
        host.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
    }

    [Fact]
    public async Task Strangers_tokens_cause_no_look_at_all()
    {
        await using var host = await BotHost.StartAsync();

        await host.DeliverAsync(host.Channel.Message("hi"), host.Channel.Token((_, payload) => payload["aud"] = "another"));
        await host.DeliverAsync(host.Channel.Message("hi"), host.Channel.Token((_, payload) => payload["iss"] = "another"));

        Assert.Equal(0, host.Channel.MetadataReads);
    }

    [Fact]
    public async Task Known_keys_serve_on_while_their_source_is_down_and_old_ones_are_read_anew()
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        var asked = new TaskCompletionSource();
        host.Channel.InsteadOfKeys = http =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            asked.TrySetResult();
            return Task.CompletedTask;
        };
        host.Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, BotHost.Cancellation);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
    }

    [Fact]
    public async Task Keys_nobody_could_read_anew_for_five_days_count_no_more()
    {
        await using var host = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
        host.Channel.InsteadOfKeys = http => http.Response.WriteAsync("");
        host.Time.Advance(TimeSpan.FromDays(5));

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(host));

        host.Channel.InsteadOfKeys = null;
        host.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"jwks_uri":"nowhere"}""")]
    [InlineData("""{"keys":[{"kty":"EC","kid":"key-1"}]}""")]
    public async Task Without_keys_nobody_comes_in_and_it_is_logged(string metadata)
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.InsteadOfKeys = http => http.Response.WriteAsync(metadata);

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(host));
        Assert.Contains("signing keys could not be read", host.Notes.All, StringComparison.Ordinal);

        host.Channel.InsteadOfKeys = null;
        host.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(host));
    }

    private static async Task<HttpStatusCode> SayAsync(BotHost host) => (await host.DeliverAsync(host.Channel.Message("hi"))).Status;
}
