using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Bot.Tests.Stories;

namespace Warmline.Bot.Tests.Operations;

public sealed class ReloadStories
{
    private const string Secret = "the-secret-of-the-site";

    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Fact]
    public async Task Sites_that_are_changed_to_something_impossible_while_it_runs_take_nobody_out()
    {
        await using var app = WarmlineApplication.Open(("Warmline:DirectLine:Sites:north:Secrets:0", Secret));
        var customer = await app.OpenChatAsync();

        Change(app, "Warmline:DirectLine:Sites:south:Secrets:0", Secret);

        Assert.NotEmpty(await customer.AskAsync("Hello", Cancel));
    }

    [Fact]
    public async Task Who_came_by_a_site_that_is_closed_now_does_not_get_the_transcript()
    {
        await using var app = WarmlineApplication.Open(("Warmline:DirectLine:Sites:north:Secrets:0", Secret));
        using var started = await SendAsync(app, HttpMethod.Post, "/v3/directline/conversations", Secret);
        var token = (await started.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString()!;
        using var before = await SendAsync(app, HttpMethod.Get, "/chat/transcript", token);

        Change(app, "Warmline:DirectLine:Sites:north:Disabled", "true");

        using var after = await SendAsync(app, HttpMethod.Get, "/chat/transcript", token);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (before.StatusCode, after.StatusCode));
    }

    private static void Change(WarmlineApplication app, string setting, string value)
    {
        var settings = (IConfigurationRoot)app.Services.GetRequiredService<IConfiguration>();
        settings[setting] = value;
        try
        {
            settings.Reload();
        }
        catch (AggregateException)
        {
            // Whoever watches the file has told the listeners all the same.
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(WarmlineApplication app, HttpMethod method, string path, string pass)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", pass);
        return await app.Http.SendAsync(request, Cancel);
    }
}
