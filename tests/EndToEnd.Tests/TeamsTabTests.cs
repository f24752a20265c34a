using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>The staff works in a tab of Teams: our pages in a frame of another site, in a browser that gives other sites no cookies.</summary>
[Collection("browser")]
public sealed class TeamsTabTests(ChromiumBrowser browser)
{
    private const string Title = "Written in Teams";

    [Fact]
    public async Task An_editor_signs_in_and_writes_inside_the_frame_that_was_named()
    {
        browser.Require();
        await using var teams = new ForeignSite("teams.example");
        await teams.StartAsync();
        await using var shop = new WarmlineProcess { Scheme = "https", Settings = [.. teams.CertificateSettings, $"--Warmline:FrameAncestors:0={teams.Origin}"] };
        await shop.StartAsync();
        await using var editor = await browser.PersonAsync("en", trustsAnyCertificate: true);
        var page = await editor.NewPageAsync();
        var screens = new Screens("teams-tab");

        await page.GotoAsync(teams.Showing($"{shop.Address}/knowledge"));
        var tab = page.FrameLocator("iframe");
        await SignInFirstAsync(tab, shop.OneTimePassword);
        await Expect(tab.Locator(".shelf tbody tr").First).ToBeVisibleAsync();
        await screens.TakeAsync(page, "list");
        var article = tab.Locator(".shelf tbody th a").First;
        var path = await article.GetAttributeAsync("href");
        await article.ClickAsync();
        await EditorPage.SavesByItselfAsync(saved => tab.Locator(saved), () => tab.Locator("#f-title").FillAsync(Title));
        await screens.TakeAsync(page, "written");

        await page.GotoAsync(teams.Showing($"{shop.Address}/{path}"));
        await Expect(tab.Locator("#f-title")).ToHaveValueAsync(Title);
        await page.ReloadAsync();
        await Expect(tab.Locator("#f-title")).ToHaveValueAsync(Title);
        await tab.Locator(".top nav a[href=desk]").ClickAsync();
        await Expect(tab.Locator(".duty")).ToBeVisibleAsync();
        await screens.TakeAsync(page, "desk");
        editor.HasNoComplaints();
    }

    [Fact]
    public async Task No_other_site_shows_our_pages_or_is_given_the_session()
    {
        browser.Require();
        await using var teams = new ForeignSite("teams.example");
        await teams.StartAsync();
        await using var elsewhere = new ForeignSite("elsewhere.example");
        await elsewhere.StartAsync();
        await using var shop = new WarmlineProcess { Scheme = "https", Settings = [.. teams.CertificateSettings, $"--Warmline:FrameAncestors:0={teams.Origin}"] };
        await shop.StartAsync();
        await using var admin = await browser.PersonAsync("en", trustsAnyCertificate: true);
        var desk = await DeskPage.SignInFirstAsync(admin, shop.Address, "admin", shop.OneTimePassword);
        var session = (await desk.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "warmline-staff");
        Assert.Equal((SameSiteAttribute.Lax, true), (session.SameSite, session.Secure));

        var refused = new TaskCompletionSource<string>();
        desk.Page.Console += (_, message) => _ = message.Text.Contains("frame-ancestors", StringComparison.Ordinal) && refused.TrySetResult(message.Text);
        await desk.Page.GotoAsync(elsewhere.Showing($"{shop.Address}/desk/sign-in"));
        Assert.Contains(teams.Origin, await refused.Task.WaitAsync(TimeSpan.FromMilliseconds(Milliseconds), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Expect(desk.Page.FrameLocator("iframe").Locator("[name=name]")).ToHaveCountAsync(0);

        await desk.Page.GotoAsync(teams.Showing($"{shop.Address}/desk"));
        await Expect(desk.Page.FrameLocator("iframe").Locator("[name=name]")).ToBeVisibleAsync();
    }

    private static async Task SignInFirstAsync(IFrameLocator tab, string oneTime)
    {
        await tab.Locator("[name=name]").FillAsync("admin");
        await tab.Locator("[name=password]").FillAsync(oneTime);
        await tab.Locator("button.main").ClickAsync();
        await tab.Locator("[name=old]").FillAsync(oneTime);
        await tab.Locator("[name=chosen]").FillAsync(DeskPage.Password);
        await tab.Locator("[name=again]").FillAsync(DeskPage.Password);
        await tab.Locator("button.main").ClickAsync();
    }
}
