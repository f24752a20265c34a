using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>The shop's page with the chat, as its customer uses it.</summary>
internal sealed class CustomerPage(IPage page, string address)
{
    public IPage Page => page;

    public IFrameLocator Chat => page.FrameLocator("iframe");

    /// <summary>What has been said, by anyone, as it stands on the page.</summary>
    public ILocator Lines => Chat.Locator(".webchat__bubble__content, .system-line");

    public ILocator Cards => Chat.Locator(".webchat__bubble__content .ac-adaptiveCard");

    public ILocator Box => Chat.Locator("[data-id=webchat-sendbox-input]");

    public ILocator Launcher => page.Locator("#launcher");

    public ILocator Badge => page.Locator("#badge");

    public ILocator Ended => Chat.Locator("#ended");

    public ILocator Typing => Chat.Locator(".webchat__typingIndicator, .webchat__typing-indicator");

    public static async Task<CustomerPage> VisitAsync(Person person, string address, string language)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync($"{address}/demo?language={language}");
        return new CustomerPage(page, address);
    }

    public async Task OpenChatAsync()
    {
        await Launcher.ClickAsync();
        await Expect(Box).ToBeVisibleAsync();
        await Expect(Lines.First).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
    }

    /// <summary>Says something and waits for a new line that answers it.</summary>
    public async Task AskAsync(string text, Regex answer)
    {
        var known = await LinesLike(answer).CountAsync();
        await SayAsync(text);
        await Expect(LinesLike(answer).Nth(known)).ToBeVisibleAsync();
    }

    public Task SeesAsync(Regex text, int times = 1) => Expect(LinesLike(text)).ToHaveCountAsync(times);

    public Task SeesAsync(string text, int times = 1) => Expect(Lines.Filter(new() { HasText = text })).ToHaveCountAsync(times);

    public Task SeesAtLeastOnceAsync(Regex text) => Expect(LinesLike(text).First).ToBeVisibleAsync();

    public Task<IReadOnlyList<string>> AllLinesAsync() => Lines.AllInnerTextsAsync();

    /// <summary>Connected, and nothing is waiting to be sent.</summary>
    public async Task IsConnectedAsync()
    {
        await Expect(Box).ToBeVisibleAsync();
        await Expect(Chat.Locator("#status")).ToBeHiddenAsync();
    }

    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await IsConnectedAsync();
    }

    public async Task<string> DownloadTranscriptAsync()
    {
        await Chat.Locator("#menu-button").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => Chat.Locator("#download").ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    public async Task ChooseLanguageAsync(string language)
    {
        await Chat.Locator("#menu-button").ClickAsync();
        await Chat.Locator("#language").SelectOptionAsync(language);
        await page.Keyboard.PressAsync("Escape");
    }

    public async Task EndAsync()
    {
        await Chat.Locator("#menu-button").ClickAsync();
        await Chat.Locator("#end").ClickAsync();
        await Chat.Locator("#confirm-yes").ClickAsync();
        await Expect(Ended).ToBeVisibleAsync();
    }

    public Task RunsInDirectionAsync(string direction) => Expect(Chat.Locator("html")).ToHaveAttributeAsync("dir", direction);

    /// <summary>The same customer in a new tab, the old one closed.</summary>
    public async Task<CustomerPage> InNewTabAsync(Person person, string language)
    {
        await page.CloseAsync();
        return await VisitAsync(person, address, language);
    }

    private ILocator LinesLike(Regex text) => Lines.Filter(new() { HasTextRegex = text });
}
