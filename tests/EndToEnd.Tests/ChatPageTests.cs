using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>What the chat page itself does, in a real browser.</summary>
[Collection("browser")]
public sealed class ChatPageTests(ChromiumBrowser browser, RunningShop running) : IClassFixture<RunningShop>
{
    private string Address => running.Shop.Address;

    [Theory]
    [InlineData("en", "Where is my order LL-2407?")]
    [InlineData("pl", "Gdzie jest moje zamówienie LL-2407?")]
    [InlineData("ru", "Где мой заказ LL-2407?")]
    [InlineData("fa", "سفارش LL-2407 کجاست؟")]
    public async Task On_a_phone_the_chat_fills_the_screen_in_the_language_of_the_page(string language, string question)
    {
        await using var person = await browser.PersonAsync("de", hasPhone: true);
        var customer = await CustomerPage.VisitAsync(person, Address, language);
        await customer.OpenChatAsync();
        await customer.AskAsync(question, new Sentences(language).Bot("Order.AskProof"));

        var panel = await customer.Page.Locator("#panel").BoundingBoxAsync();
        Assert.Equal((0, 0, 390, 844), (panel!.X, panel.Y, panel.Width, panel.Height));
        await Expect(customer.Launcher).ToBeHiddenAsync();
        await new Screens("phone").TakeAsync(customer.Page, language);
        person.HasNoComplaints();
    }

    [Fact]
    public async Task Lines_that_came_while_the_panel_was_closed_are_counted_on_the_launcher()
    {
        await using var person = await browser.PersonAsync("en");
        await using var agent = await browser.PersonAsync("en");
        var desk = await DeskPage.SignInFirstAsync(agent, Address, "admin", running.Shop.OneTimePassword);
        var customer = await CustomerPage.VisitAsync(person, Address, "en");
        await customer.OpenChatAsync();
        await customer.AskAsync("I want to talk to a person", new Sentences("en").House("queue.joined"));
        await desk.OpenWaitingAsync();
        await desk.AcceptAsync();
        await customer.SeesAsync(new Sentences("en").House("agent.joined"));

        await customer.Launcher.ClickAsync();
        await desk.SayAsync("Are you still there?");
        await Expect(customer.Badge).ToHaveTextAsync("1");
        await desk.SayAsync("I have found your parcel.");
        await Expect(customer.Badge).ToHaveTextAsync("2");
        await new Screens("badge").TakeAsync(customer.Page, "two");
        await customer.Page.ReloadAsync();
        await Expect(customer.Badge).ToHaveTextAsync("2");

        await customer.Launcher.ClickAsync();
        await Expect(customer.Badge).ToBeHiddenAsync();
        await customer.SeesAsync("I have found your parcel.");
        person.HasNoComplaints();
        agent.HasNoComplaints();
    }

    [Fact]
    public async Task The_chat_speaks_the_language_of_the_page_until_the_customer_chooses_another()
    {
        await using var person = await browser.PersonAsync("en");
        var customer = await CustomerPage.VisitAsync(person, Address, "pl");
        await customer.OpenChatAsync();
        await customer.SeesAsync(new Sentences("pl").Bot("Welcome"));

        await customer.ChooseLanguageAsync("fa");
        await customer.RunsInDirectionAsync("rtl");
        await Expect(customer.Chat.Locator("#menu-button")).ToHaveAttributeAsync("aria-label", new Sentences("fa").OnChat("Menu"));
        await customer.AskAsync("سفارش LL-2407 کجاست؟", new Sentences("fa").Bot("Order.AskProof"));
        await new Screens("language").TakeAsync(customer.Page, "changed");

        await customer.ReloadAsync();
        await customer.RunsInDirectionAsync("rtl");
        person.HasNoComplaints();
    }

    [Fact]
    public async Task A_customer_takes_the_transcript_along_ends_the_chat_and_starts_again()
    {
        await using var person = await browser.PersonAsync("en");
        var customer = await CustomerPage.VisitAsync(person, Address, "en");
        var sentences = new Sentences("en");
        await customer.OpenChatAsync();
        await customer.SeesAsync(sentences.Bot("Welcome"));
        await customer.AskAsync("Where is my order LL-2414?", sentences.Bot("Order.AskProof"));
        await customer.AskAsync("james.whitlock@example.com", sentences.Bot("Order.Status.Placed"));

        var transcript = await customer.DownloadTranscriptAsync();
        Assert.All(await customer.AllLinesAsync(), line => Assert.Contains(line.Split('\n')[0].Trim(), transcript, StringComparison.Ordinal));

        await customer.EndAsync();
        await new Screens("ended").TakeAsync(customer.Page, "ended");
        await customer.Page.ReloadAsync();
        await Expect(customer.Ended).ToBeVisibleAsync();
        await customer.Chat.Locator("#start-again").ClickAsync();
        await customer.SeesAsync("james.whitlock", 0);
        await customer.SeesAsync(sentences.Bot("Welcome"));
        await customer.AskAsync("Where is my order LL-2407?", sentences.Bot("Order.AskProof"));
        person.HasNoComplaints();
    }
}
