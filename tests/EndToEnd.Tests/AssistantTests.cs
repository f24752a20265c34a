using Microsoft.Playwright;
using Warmline.EndToEnd.Tests.Browser;
using Warmline.TestSupport;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>A language model writes for the agent, in a real desk: asked for, shown as a machine's, taken or left.</summary>
[Collection("browser")]
public sealed class AssistantTests(ChromiumBrowser browser)
{
    [Theory]
    [InlineData(
        "en", "pl", "The customer wants to talk to a person. Nothing has been promised yet.", "Dzień dobry, w czym mogę dzisiaj pomóc?",
        "I want to talk to a person.", "Good evening, how can I help you?", "Dobry wieczór, w czym mogę pomóc?")]
    [InlineData(
        "fa", "en", "مشتری می‌خواهد با یک انسان صحبت کند. هنوز هیچ قولی به او داده نشده است.", "Good day, how can I help you today?",
        "می‌خواهم با یک انسان صحبت کنم.", "عصر بخیر، چطور می‌توانم به شما کمک کنم؟", "Good evening, how can I help you?")]
    public async Task What_it_writes_becomes_a_note_a_draft_or_nothing_and_is_sent_by_the_agent_alone(
        string language, string customers, string summary, string reply, string understood, string draft, string translated)
    {
        browser.Require();
        var axe = await Axe.FetchAsync();
        await using var model = await LanguageModelStandIn.StartAsync(TestContext.Current.CancellationToken);
        model.Says = body => body.Contains("You sum up", StringComparison.Ordinal) ? summary
            : body.Contains("You draft the next reply", StringComparison.Ordinal) ? reply
            : body.Contains("You translate", StringComparison.Ordinal) ? (body.Contains(customers == "pl" ? "into Polish" : "into English", StringComparison.Ordinal) ? translated : understood)
            : null;
        await using var shop = new WarmlineProcess
        {
            Settings =
            [
                .. model.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Warmline:LanguageModel:WriteAnswers=false",
                "--Warmline:LanguageModel:Summarize=true", "--Warmline:LanguageModel:SuggestReplies=true", "--Warmline:LanguageModel:Translate=true",
            ],
        };
        await shop.StartAsync();
        await using var agents = await browser.PersonAsync(language);
        await using var visitors = await browser.PersonAsync(customers);
        var desk = await DeskPage.SignInFirstAsync(agents, shop.Address, "admin", shop.OneTimePassword, language);
        var customer = await CustomerPage.VisitAsync(visitors, shop.Address, customers);
        await customer.OpenChatAsync();
        await customer.AskAsync(Script.In(customers).Person, new Sentences(customers).House("queue.joined"));
        await desk.OpenWaitingAsync();
        await desk.AcceptAsync();
        var (panel, station) = (desk.Page.Locator(".assistant"), new Stations($"assistant-{language}", axe));
        await station.StopAsync(desk.Page, "offered");

        await AskAsync(panel, "Summary", summary);
        await station.StopAsync(desk.Page, "summary");
        await panel.Locator("[data-take]").ClickAsync();
        await Expect(desk.Page.Locator(".note").Filter(new() { HasText = summary })).ToBeVisibleAsync();
        await AskAsync(panel, "Reply", reply);
        await station.StopAsync(desk.Page, "reply");
        await panel.Locator("[data-take]").ClickAsync();
        await Expect(desk.Composer).ToHaveValueAsync(reply);
        await station.StopAsync(desk.Page, "taken");
        await AskAsync(panel, "TranslateCustomer", understood);
        await station.StopAsync(desk.Page, "understood");
        await panel.Locator("[data-discard]").ClickAsync();
        await Expect(panel.Locator("blockquote")).ToHaveCountAsync(0);

        await desk.Composer.FillAsync(draft);
        await desk.DraftIsKeptAsync();
        await AskAsync(panel, "TranslateDraft", translated);
        await panel.Locator("[data-take]").ClickAsync();
        await Expect(desk.Composer).ToHaveValueAsync(translated);
        await station.StopAsync(desk.Page, "translated");
        await customer.SeesAsync(translated, 0);
        await desk.Composer.PressAsync("Enter");
        await customer.SeesAsync(translated);
        await customer.SeesAsync(reply, 0);
        agents.HasNoComplaints();
        visitors.HasNoComplaints();
        axe.HasNoComplaints();
    }

    private static async Task AskAsync(ILocator panel, string wish, string text)
    {
        await panel.Locator($"[data-wish={wish}]").ClickAsync();
        await Expect(panel.Locator("blockquote")).ToHaveTextAsync(text);
        await Expect(panel.Locator(".machine")).ToBeVisibleAsync();
    }
}
