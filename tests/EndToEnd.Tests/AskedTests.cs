using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>From what nobody could answer to an answer, and what became of a wrong one.</summary>
[Collection("browser")]
public sealed class AskedTests(ChromiumBrowser browser)
{
    private const string Sign = "CANDLE-77";

    [Theory]
    [InlineData("en", "Do you run candle-making workshops?", "Candle making workshop", "Yes, we run **candle workshops** on Saturdays: " + Sign)]
    [InlineData("pl", "Czy prowadzicie warsztaty robienia świec?", "Kiedy są warsztaty robienia świec?", "Tak, **warsztaty robienia świec** są w soboty: " + Sign)]
    [InlineData("fa", "آیا کارگاه شمع‌سازی برگزار می‌کنید؟", "کارگاه شمع‌سازی", "بله، **کارگاه شمع‌سازی** شنبه‌ها برگزار می‌شود: " + Sign)]
    public async Task What_nobody_could_answer_becomes_an_article_that_does(string language, string question, string again, string answer)
    {
        browser.Require();
        var axe = await Axe.FetchAsync();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var customers = await browser.PersonAsync(language);
        await using var next = await browser.PersonAsync(language);
        await using var editors = await browser.PersonAsync(language);
        await AskInVainAsync(customers, shop, language, [question, again]);
        var desk = await DeskPage.SignInFirstAsync(editors, shop.Address, "admin", shop.OneTimePassword, language);
        var station = new Stations($"asked-{language}", axe);
        await station.StopAsync(desk.Page, "desk");
        var (editor, asked) = (await EditorPage.OpenAsync(desk, shop.Address), new AskedPages(desk.Page, shop.Address));
        await station.StopAsync(editor.Page, "list");

        await asked.ShowTopicsAsync(questions: 2);
        await station.StopAsync(editor.Page, "topics");
        await asked.DismissAndBringBackAsync(station);
        await asked.OpenAsync(asked.Topics.First);
        await station.StopAsync(editor.Page, "topic");
        await editor.Page.Locator("[data-draft]").ClickAsync();
        await Expect(editor.Answer).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("#f-title")).Not.ToHaveValueAsync("");
        await Expect(editor.Page.Locator("#f-variants")).Not.ToHaveValueAsync("");
        await editor.SavesByItselfAsync(() => editor.Answer.FillAsync(answer));
        await editor.BeginAsync("Publish");
        await Expect(editor.Guard).ToHaveAttributeAsync("data-guard", "done");
        await Expect(editor.Guard).ToHaveAttributeAsync("data-worse", "0");
        await Expect(editor.Page.Locator("dialog [data-verdict=Better]").First).ToBeVisibleAsync();
        await station.StopAsync(editor.Page, "guard");
        await editor.ConfirmAsync();
        await Expect(editor.Page.Locator(".state[data-state=Live]").First).ToBeVisibleAsync();
        await station.StopAsync(editor.Page, "published");

        var customer = await CustomerPage.VisitAsync(next, shop.Address, language);
        await customer.OpenChatAsync();
        await customer.AskAsync(question, new(Sign));
        await customer.AskAsync(Script.In(language).Person, new Sentences(language).House("queue.joined"));
        await station.StopAsync(customer.Page, "customer");
        await axe.LookAsync(customer.Page.Frames[1], "chat");
        await asked.ShowTopicsAsync(questions: 2);
        await Expect(asked.Topics.First.Locator("td:last-child a")).ToBeVisibleAsync();
        await station.StopAsync(editor.Page, "answered");
        await ReportAndSettleAsync(desk, asked, station);
        await asked.ShowOverviewAsync();
        await station.StopAsync(editor.Page, "overview");
        editors.HasNoComplaints();
        customers.HasNoComplaints();
        next.HasNoComplaints();
        axe.HasNoComplaints();
    }

    private static async Task AskInVainAsync(Person person, WarmlineProcess shop, string language, string[] questions)
    {
        var customer = await CustomerPage.VisitAsync(person, shop.Address, language);
        await customer.OpenChatAsync();
        foreach (var question in questions)
        {
            var lines = await customer.Lines.CountAsync();
            await customer.SayAsync(question);
            await Expect(customer.Lines.Nth(lines + 1)).ToBeVisibleAsync();
        }
    }

    // The agent reports it under the line; the editor finds it with the way back to that line.
    private static async Task ReportAndSettleAsync(DeskPage desk, AskedPages asked, Stations station)
    {
        await desk.Page.Locator(".top nav a[href=desk]").ClickAsync();
        await desk.OpenWaitingAsync();
        await desk.Lines.Filter(new() { HasText = Sign }).Locator("button.quiet").ClickAsync();
        await Expect(desk.Lines.Filter(new() { HasText = Sign }).Locator("[role=status]")).ToBeVisibleAsync();
        await station.StopAsync(desk.Page, "transcript");
        await asked.ShowReportsAsync();
        await Expect(asked.Reports).ToHaveCountAsync(1);
        await station.StopAsync(desk.Page, "reports");
        await asked.Reports.Locator("a[href*='desk/c/']").ClickAsync();
        await Expect(desk.Lines.Filter(new() { HasText = Sign })).ToBeVisibleAsync();
        await asked.ShowReportsAsync();
        await asked.Reports.Locator("[data-settle]").ClickAsync();
        await Expect(asked.Reports).ToHaveCountAsync(0);
        await desk.Page.Locator("input[type=checkbox]").CheckAsync();
        await Expect(asked.Reports).ToHaveCountAsync(1);
        await station.StopAsync(desk.Page, "settled");
    }
}
