using BotFramework.Connector;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Warmline.TestSupport.Channels;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>Our channel endpoint alone, behind a fake channel, by the real clock: the client in Node has no other.</summary>
internal sealed class ChannelBot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChannelBot(FakeChannel channel, WebApplication app) => (Channel, _app) = (channel, app);

    public FakeChannel Channel { get; }

    public ConnectorClient Connector => _app.Services.GetRequiredService<ConnectorClient>();

    public static async Task<ChannelBot> StartAsync()
    {
        var channel = await FakeChannel.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IActivityIntake, Accepting>().AddBotFramework(options =>
        {
            (options.AppId, options.ClientSecret, options.MaxRetries) = (FakeChannel.AppId, "secret", 0);
            (options.OpenIdMetadata, options.LoginEndpoint) = (channel.OpenIdMetadata, new Uri(channel.Address));
            options.AllowedServiceHosts.Add(channel.Address);
        });
        var app = builder.Build();
        app.MapMessages();
        await app.StartAsync();
        return new ChannelBot(channel, app);
    }

    /// <summary>Whether our endpoint takes an activity with this header.</summary>
    public async Task<bool> AcceptsAsync(Activity activity, string authorization)
    {
        using var http = _app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_app.Urls.First()}/api/messages")
        {
            Content = new StringContent(ProtocolJson.Write(activity), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains((int)response.StatusCode, new[] { 202, 401 });
        return (int)response.StatusCode == 202;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Channel.DisposeAsync();
    }

    private sealed class Accepting : IActivityIntake
    {
        public Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken) =>
            Task.FromResult(new IntakeAnswer(202));
    }
}
