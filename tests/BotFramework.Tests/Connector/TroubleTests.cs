using System.Globalization;
using System.Net;
using BotFramework.Connector;
using BotFramework.Schema;
using BotFramework.Tests.Hosting;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Connector;

/// <summary>What is known of the effect when a call fails, and when it is made again.</summary>
public sealed class TroubleTests
{
    [Theory]
    [InlineData(429, ConnectorOutcome.NothingWritten)]
    [InlineData(412, ConnectorOutcome.NothingWritten)]
    [InlineData(400, ConnectorOutcome.Refused)]
    [InlineData(401, ConnectorOutcome.Refused)]
    [InlineData(403, ConnectorOutcome.Refused)]
    [InlineData(404, ConnectorOutcome.Refused)]
    [InlineData(413, ConnectorOutcome.Refused)]
    [InlineData(302, ConnectorOutcome.Refused)]
    [InlineData(408, ConnectorOutcome.Unknown)]
    [InlineData(500, ConnectorOutcome.ServerFailed)]
    [InlineData(503, ConnectorOutcome.ServerFailed)]
    public async Task A_status_says_what_was_written(int status, ConnectorOutcome outcome)
    {
        await using var host = await BotHost.StartAsync(configure: options => options.MaxRetries = 0);
        host.Channel.Connector.Plan(ChannelTrouble.Of(status, "SomeCode") with { Location = $"{host.Channel.Address}/amer/elsewhere" });

        var failure = await FailAsync(host);

        Assert.Equal((outcome, (HttpStatusCode)status, "SomeCode"), (failure.Outcome, failure.Status!.Value, failure.ErrorCode));
        Assert.Single(host.Channel.Connector.Calls);
    }

    [Theory]
    [InlineData("""{"error":{"code":"ConversationNotFound","message":"m"}}""", "ConversationNotFound")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":null}"}""", "MessageWritesBlocked")]
    [InlineData("""{"errorCode":209,"message":"plain"}""", "209")]
    [InlineData("""{"errorCode":209,"message":"{broken"}""", "Forbidden")]
    [InlineData("""{"error":"text"}""", "Forbidden")]
    [InlineData("""[1]""", "Forbidden")]
    [InlineData("<html>", "Forbidden")]
    [InlineData("", "Forbidden")]
    public async Task The_channels_own_code_is_told(string body, string code)
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(new ChannelTrouble { Status = 403, Body = body });

        Assert.Equal(code, (await FailAsync(host)).ErrorCode);
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_never_sent_again()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(new ChannelTrouble { IsCut = true }, new ChannelTrouble { IsCutInAnswer = true });

        var before = await FailAsync(host);
        var within = await FailAsync(host);

        Assert.Equal((ConnectorOutcome.Unknown, ConnectorOutcome.Unknown), (before.Outcome, within.Outcome));
        Assert.Equal(2, host.Channel.Connector.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_unknown()
    {
        await using var host = await BotHost.StartAsync();
        var never = new TaskCompletionSource();
        host.Channel.Connector.Plan(new ChannelTrouble { Until = never.Task });

        var failing = FailAsync(host);
        await host.Channel.Connector.NextAsync(BotHost.Cancellation);
        host.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal((ConnectorOutcome.Unknown, "TimedOut"), ((await failing).Outcome, (await failing).ErrorCode));
    }

    [Fact]
    public async Task Nobody_listening_means_nothing_written()
    {
        await using var host = await BotHost.StartAsync(configure: options => options.AllowedServiceHosts.Add("http://127.0.0.1:1"));

        var failure = await FailAsync(host, "http://127.0.0.1:1/");

        Assert.Equal((ConnectorOutcome.NothingWritten, "NotReached"), (failure.Outcome, failure.ErrorCode));
    }

    [Fact]
    public async Task A_host_without_an_address_means_nothing_written()
    {
        await using var host = await BotHost.StartAsync(configure: options => options.AllowedServiceHosts.Add("nowhere.invalid"));

        Assert.Equal(ConnectorOutcome.NothingWritten, (await FailAsync(host, "https://nowhere.invalid/")).Outcome);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("date")]
    public async Task A_busy_channel_is_asked_again_when_it_said(string retryAfter)
    {
        await using var host = await BotHost.StartAsync();
        var date = host.Time.GetUtcNow().AddSeconds(3).ToString("r", CultureInfo.InvariantCulture);
        host.Channel.Connector.Plan(ChannelTrouble.Busy(retryAfter == "date" ? date : retryAfter));

        var sending = SendAsync(host);
        var pause = await host.Time.PauseAsync();
        Assert.Equal(TimeSpan.FromSeconds(3), pause);
        Assert.Single(host.Channel.Connector.Calls);
        host.Time.Advance(pause);

        Assert.Equal("1", (await sending).Id);
        Assert.Equal(2, host.Channel.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_channel_that_stays_busy_is_left_after_three_tries()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Mood = _ => ChannelTrouble.Busy();

        var failing = FailAsync(host);
        var first = await host.Time.PauseAsync();
        host.Time.Advance(first);
        var second = await host.Time.PauseAsync();
        host.Time.Advance(second);

        Assert.InRange(first, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.InRange(second, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        Assert.Equal(ConnectorOutcome.NothingWritten, (await failing).Outcome);
        Assert.Equal(3, host.Channel.Connector.Calls.Count);
    }

    [Theory]
    [InlineData(21, 2)]
    [InlineData(1, 0)]
    public async Task Nobody_waits_longer_than_allowed(int retryAfter, int maxRetries)
    {
        await using var host = await BotHost.StartAsync(configure: options => options.MaxRetries = maxRetries);
        host.Channel.Connector.Plan(ChannelTrouble.Busy($"{retryAfter}"));

        var failure = await FailAsync(host);

        Assert.Equal((ConnectorOutcome.NothingWritten, TimeSpan.FromSeconds(retryAfter)), (failure.Outcome, failure.RetryAfter));
        Assert.Single(host.Channel.Connector.Calls);
    }

    [Fact]
    public async Task Reading_is_repeated_where_writing_is_not()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(ChannelTrouble.Of(502), ChannelTrouble.Of(503));

        var reading = host.Connector.GetConversationMembersAsync(host.Channel.ServiceUrl, "c", BotHost.Cancellation);
        for (var i = 0; i < 2; i++)
        {
            host.Time.Advance(await host.Time.PauseAsync());
        }

        Assert.Equal(2, (await reading).Count);
        host.Channel.Connector.Plan(ChannelTrouble.Of(503));
        Assert.Equal(ConnectorOutcome.ServerFailed, (await FailAsync(host)).Outcome);
        Assert.Equal(4, host.Channel.Connector.Calls.Count);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_it()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(new ChannelTrouble { Status = 200, Body = new string('x', 5 * 1024 * 1024) });

        Assert.Equal(ConnectorOutcome.Unknown, (await FailAsync(host)).Outcome);
    }

    private static Task<ResourceResponse> SendAsync(BotHost host, string? serviceUrl = null) => host.Connector.SendToConversationAsync(
        serviceUrl ?? host.Channel.ServiceUrl, "c", MessageFactory.Text("x"), BotHost.Cancellation);

    private static Task<ConnectorException> FailAsync(BotHost host, string? serviceUrl = null) =>
        Assert.ThrowsAsync<ConnectorException>(() => SendAsync(host, serviceUrl));
}
