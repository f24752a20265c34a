using System.IO.Compression;
using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>Web Chat as others embed it, on a page of another origin, against the bare protocol.</summary>
[Collection("browser")]
public sealed class DirectLineWebChatTests(ChromiumBrowser browser)
{
    private const string Site = "https://shop.test";

    [Fact]
    public async Task It_is_greeted_sends_hears_the_echo_and_comes_back_with_a_new_token_after_a_restart()
    {
        await using var person = await browser.PersonAsync("en");
        await using var echo = await EchoProcess.StartNewAsync();
        var page = await person.NewPageAsync();

        // The echo is on this machine, and Chromium asks before a page from elsewhere may talk to it.
        await page.Context.GrantPermissionsAsync(["local-network-access"]);
        await page.RouteAsync($"{Site}/**", ServeAsync);

        await EmbedAsync(page, echo);
        await SeesAsync(page, "Welcome", 1);
        await SayAsync(page, "Czy to działa?");
        await SeesAsync(page, "Czy to działa?", 2);

        // Sent, not merely shown: no line is on its way or has failed.
        await Expect(page.Locator(".webchat__activity-status--slotted, .webchat__activityStatus").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Sending")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Send failed")).ToHaveCountAsync(0);
        await new Screens("webchat").TakeAsync(page, "echo");
        person.HasNoComplaints();

        person.ServerIsDown = true;
        await echo.KillAsync();
        await echo.StartAsync();
        await EmbedAsync(page, echo);
        await SeesAsync(page, "Welcome", 1);
        await SayAsync(page, "again");
        await SeesAsync(page, "again", 2);
        person.HasNoComplaints();
    }

    private static async Task EmbedAsync(IPage page, EchoProcess echo)
    {
        var token = (await echo.TokenAsync()).GetProperty("token").GetString();
        await page.GotoAsync($"{Site}/?domain={Uri.EscapeDataString($"{echo.Address}/v3/directline")}&token={token}");
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static Task SeesAsync(IPage page, string text, int times) =>
        Expect(page.Locator(".webchat__bubble__content").Filter(new() { HasText = text })).ToHaveCountAsync(times);

    private static async Task ServeAsync(IRoute route)
    {
        var (type, body) = new Uri(route.Request.Url).AbsolutePath switch
        {
            "/webchat.js" => ("text/javascript; charset=utf-8", await BundleAsync()),
            "/" => ("text/html; charset=utf-8", Html),
            _ => ("text/plain", ""),
        };
        await route.FulfillAsync(new() { ContentType = type, Body = body });
    }

    // The bundle that was fetched for the product's own page when it was built.
    private static async Task<string> BundleAsync()
    {
        var bundle = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Bot/obj/webchat"), "webchat.js.gz", SearchOption.AllDirectories).First();
        await using var packed = new GZipStream(File.OpenRead(bundle), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        return await reader.ReadToEndAsync();
    }

    private const string Html = """
        <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="chat" style="height:600px"></div><script src="/webchat.js"></script>
        <script>
          const query = new URLSearchParams(location.search);
          const directLine = WebChat.createDirectLine({ domain: query.get('domain'), token: query.get('token') });
          WebChat.renderWebChat({ directLine, locale: 'en-US' }, document.getElementById('chat'));
        </script>
        """;
}
