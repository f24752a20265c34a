using BotFramework.Connector;
using BotFramework.Hosting;
using BotFramework.Schema;
using BotFramework.Tests.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Connector;

/// <summary>A customer's words and the bot's token go to channels only, however the address is written.</summary>
public sealed class AllowedHostTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.trafficmanager.net/teams")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com")]
    [InlineData("https://connector.shop.example:8443/x")]
    [InlineData("http://127.0.0.1:5005/")]
    public void Channels_are_called(string serviceUrl) => Assert.NotNull(Hosts().Allowed(serviceUrl));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/v3")]
    [InlineData("not an address")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://a.botframework.com.evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://x.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://connector.shop.example/x")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:secret@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net\\@evil.example/")]
    [InlineData("https://evil.example\\.botframework.com/")]
    [InlineData("https://evil.example#.botframework.com/")]
    [InlineData("https://evil.example?.botframework.com/")]
    [InlineData("https://smba.trafficmanager.net/?to=x")]
    [InlineData("https://smba.trafficmanager.net/#x")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://ｓmba.trafficmanager.net.evil.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://127.0.0.1:5006/")]
    [InlineData("http://2130706433:5006/")]
    [InlineData("http://localhost:5005/")]
    [InlineData("http://[::1]:5005/")]
    [InlineData("https://169.254.169.254/metadata")]
    [InlineData("http://169.254.169.254/metadata")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    public void Others_are_not(string? serviceUrl) => Assert.Null(Hosts().Allowed(serviceUrl));

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Production", null, false)]
    [InlineData("Development", "app", false)]
    public void A_developers_own_machine_is_called_only_without_an_app_id_in_development(string environment, string? appId, bool isAllowed)
    {
        var hosts = new ServiceHosts(
            Options.Create(new BotFrameworkOptions { AppId = appId }), new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal(isAllowed, hosts.Allowed("http://localhost:56150/x") is not null);
        Assert.Null(hosts.Allowed("http://10.0.0.1/"));
        Assert.Null(hosts.Allowed("file:///etc/passwd"));
    }

    [Fact]
    public async Task A_refused_host_gets_neither_words_nor_token()
    {
        await using var host = await BotHost.StartAsync();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendToConversationAsync(
            host.Channel.ServiceUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "c", MessageFactory.Text("x"), BotHost.Cancellation));

        Assert.Equal((ConnectorOutcome.NothingWritten, "ServiceHostNotAllowed"), (failure.Outcome, failure.ErrorCode));
        Assert.Empty(host.Channel.Connector.Calls);
        Assert.Empty(host.Channel.TokenRequests);
    }

    [Fact]
    public async Task A_redirect_takes_the_token_nowhere()
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(new ChannelTrouble { Status = 307, Location = host.Channel.ServiceUrl + "v3/elsewhere" });

        await Assert.ThrowsAsync<ConnectorException>(() => host.Connector.SendToConversationAsync(
            host.Channel.ServiceUrl, "c", MessageFactory.Text("x"), BotHost.Cancellation));

        Assert.Single(host.Channel.Connector.Calls);
    }

    private static ServiceHosts Hosts()
    {
        var options = new BotFrameworkOptions { AppId = "app" };
        options.AllowedServiceHosts.Add("connector.shop.example:8443");
        options.AllowedServiceHosts.Add("http://127.0.0.1:5005");
        return new ServiceHosts(Options.Create(options), new HostingEnvironment { EnvironmentName = "Development" });
    }
}
