using System.Text;
using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>What an editor gives to the pages besides words: a picture, a date, a file of articles.</summary>
[Collection("browser")]
public sealed class EditorFilesTests(ChromiumBrowser browser)
{
    private const string Key = "returns.how";
    private const string Imported = "gift.cards";
    private const string Sign = "CARD-99";
    private const string Picture = "#pane .bubble img";

    [Theory, InlineData("en"), InlineData("pl"), InlineData("fa")]
    public async Task A_picture_is_added_a_publish_is_scheduled_and_a_file_is_imported(string language)
    {
        browser.Require();
        var axe = await Axe.FetchAsync();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var editors = await browser.PersonAsync(language);
        var desk = await DeskPage.SignInFirstAsync(editors, shop.Address, "admin", shop.OneTimePassword, language);
        var editor = await EditorPage.OpenAsync(desk, shop.Address);
        var station = new Stations($"files-{language}", axe);

        await editor.GoToAsync(Key, language);
        await editor.ShowAsync("preview");
        await editor.SavesByItselfAsync(async () => await AddPictureAsync(editor.Page, await editor.Page.ScreenshotAsync()));
        await Expect(editor.Answer).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[The shelf\]\("));
        await IsShownAsync(editor.Page.Locator(Picture));
        await station.StopAsync(editor.Page, "picture");

        await editor.BeginAsync("Schedule");
        await editor.Page.Locator("#d-at").FillAsync("2031-05-05T10:30");
        await station.StopAsync(editor.Page, "schedule");
        await editor.ConfirmAsync();
        await Expect(editor.Notice).ToContainTextAsync("2031-05-05 10:30");
        await station.StopAsync(editor.Page, "scheduled");
        foreach (var pane in new[] { "ask", "history", "uses" })
        {
            await editor.ShowAsync(pane);
            await Expect(editor.Page.Locator($"#tab-{pane}[aria-selected=true]")).ToBeVisibleAsync();
            await station.StopAsync(editor.Page, pane);
        }

        await editor.DoAsync("CancelSchedule");
        await Expect(editor.Page.Locator("[data-verb=CancelSchedule]")).ToHaveCountAsync(0);

        await ImportAsync(editor.Page, shop.Address, language, station);
        await editor.GoToAsync(Imported, language);
        await Expect(editor.Answer).ToHaveValueAsync(Sign);
        await Expect(editor.Page.Locator(".state[data-state=Live]").First).ToBeVisibleAsync();
        editors.HasNoComplaints();
        axe.HasNoComplaints();
    }

    private static async Task AddPictureAsync(IPage page, byte[] png)
    {
        await page.Locator(".more summary").ClickAsync();
        await page.Locator("#f-alt").FillAsync("The shelf");
        await page.Locator("#f-picture").SetInputFilesAsync(new FilePayload { Name = "shelf.png", MimeType = "image/png", Buffer = png });
    }

    // It is there, and the browser could draw it.
    private static async Task IsShownAsync(ILocator picture)
    {
        await Expect(picture).ToBeVisibleAsync();
        Assert.True(await picture.EvaluateAsync<bool>("async picture => { await picture.decode(); return picture.naturalWidth > 0; }"));
    }

    private static async Task ImportAsync(IPage page, string address, string language, Stations station)
    {
        var file = $$"""[{ "key": "{{Imported}}", "language": "{{language}}", "content": { "title": "Gift cards", "variants": [], "answer": "{{Sign}}" } }, { "key": "Not a key", "language": "{{language}}", "content": { "title": "x", "answer": "y" } }]""";
        await page.GotoAsync($"{address}/knowledge/transfer");
        await page.Locator(".check input").CheckAsync();
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "articles.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(file) });
        await Expect(page.Locator("[data-outcome=Published]")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-outcome=Refused]")).ToBeVisibleAsync();
        await station.StopAsync(page, "dry-run");
        await page.Locator("button.main").ClickAsync();
        await Expect(page.Locator("button.main")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-outcome=Published]")).ToBeVisibleAsync();
        await station.StopAsync(page, "imported");
    }
}
