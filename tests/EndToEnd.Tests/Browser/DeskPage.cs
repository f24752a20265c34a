using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>The agents' desk, as an agent uses it.</summary>
internal sealed class DeskPage(IPage page, string address)
{
    public const string Password = "a good long one";

    public IPage Page => page;

    public ILocator Rows => page.Locator(".lists .row:not(.call)");

    /// <summary>Customers who wait: only they can be accepted.</summary>
    public ILocator Waiting => Rows.Filter(new() { Has = page.Locator("button.main") });

    public ILocator Lines => page.Locator(".transcript .line");

    public ILocator Header => page.Locator(".chat-head");

    public ILocator Facts => page.Locator(".beside dd");

    public ILocator Composer => page.Locator(".composer textarea");

    public ILocator Notice => page.Locator(".notice");

    public ILocator Typing => page.Locator(".transcript .typing");

    /// <summary>Signs in with a one-time password and chooses an own one.</summary>
    public static async Task<DeskPage> SignInFirstAsync(Person person, string address, string name, string oneTime, string language = "en")
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync($"{address}/desk");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", oneTime);
        await page.ClickAsync("button.main");
        await page.FillAsync("[name=old]", oneTime);
        await page.FillAsync("[name=chosen]", Password);
        await page.FillAsync("[name=again]", Password);
        await page.ClickAsync("button.main");
        await Expect(page.Locator(".duty")).ToBeVisibleAsync();
        var desk = new DeskPage(page, address);
        await desk.UseLanguageAsync(language);
        return desk;
    }

    public async Task UseLanguageAsync(string language)
    {
        if (await page.Locator("html").GetAttributeAsync("lang") != language)
        {
            await page.Locator("[data-submits]").SelectOptionAsync(language);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(page.Locator(".duty")).ToBeVisibleAsync();
        }
    }

    public async Task OpenWaitingAsync()
    {
        await Waiting.First.Locator(".open").ClickAsync();
        await Expect(Lines.First).ToBeVisibleAsync();
    }

    public async Task AcceptAsync()
    {
        await Header.Locator("button.main").ClickAsync();
        await Expect(Composer).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
        await SeesAsync("Agent", text);
        await Expect(Composer).ToHaveValueAsync("");
    }

    /// <summary>Types as a person does, without sending.</summary>
    public Task TypeAsync(string text) => Composer.PressSequentiallyAsync(text);

    /// <summary>The server has what stands in the box.</summary>
    public Task DraftIsKeptAsync() => Expect(Composer).ToHaveAttributeAsync("data-kept", "");

    public Task SeesAsync(string role, string text, int times = 1) =>
        Expect(page.Locator($".line[data-role={role}]").Filter(new() { HasText = text })).ToHaveCountAsync(times);

    public Task SeesHouseLineAsync(Regex text) =>
        Expect(page.Locator(".line[data-role=System]").Filter(new() { HasTextRegex = text }).Last).ToBeVisibleAsync();

    public async Task WriteNoteAsync(string text)
    {
        await page.Locator(".notes textarea").FillAsync(text);
        await page.Locator(".notes button").ClickAsync();
        await Expect(page.Locator(".note").Filter(new() { HasText = text })).ToBeVisibleAsync();
    }

    public async Task CloseChatAsync(string reason)
    {
        await page.Locator(".close select").SelectOptionAsync(reason);
        await page.Locator(".close button").ClickAsync();
        await Expect(Composer).ToHaveCountAsync(0);
        await Expect(Notice).ToBeVisibleAsync();
    }

    /// <summary>Makes an account for a colleague; the answer is their one-time password.</summary>
    public async Task<string> InviteAsync(string name, string shownName, bool mayEdit = false)
    {
        await page.GotoAsync($"{address}/desk/staff");
        await page.Locator(".invite input[maxlength='64']").FillAsync(name);
        await page.Locator(".invite input[maxlength='100']").FillAsync(shownName);
        if (mayEdit)
        {
            await page.Locator(".invite fieldset input").Nth(2).CheckAsync();
        }

        await page.Locator(".invite button.main").ClickAsync();
        var password = await page.Locator(".staff code").TextContentAsync();
        await page.GotoAsync($"{address}/desk");
        await Expect(page.Locator(".duty")).ToBeVisibleAsync();
        return password!;
    }
}
