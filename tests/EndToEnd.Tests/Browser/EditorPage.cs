using Microsoft.Playwright;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>The editor's pages, as an editor uses them.</summary>
internal sealed class EditorPage(IPage page, string address)
{
    public IPage Page => page;

    public ILocator Notice => page.Locator(".actions .notice");

    public ILocator Problem => page.Locator(".actions .problem");

    public ILocator Conflict => page.Locator(".conflict");

    public ILocator Answer => page.Locator("#f-answer");

    public ILocator Pane => page.Locator("#pane");

    /// <summary>From the desk, where somebody is signed in.</summary>
    public static async Task<EditorPage> OpenAsync(DeskPage desk, string address)
    {
        await desk.Page.GotoAsync($"{address}/desk");
        await desk.Page.Locator(".top nav a[href=knowledge]").ClickAsync();
        var editor = new EditorPage(desk.Page, address);
        await Expect(editor.Rows.First).ToBeVisibleAsync();
        return editor;
    }

    public ILocator Rows => page.Locator(".shelf tbody tr");

    public async Task CreateAsync(string key)
    {
        await page.Locator(".new input").FillAsync(key);
        await page.Locator(".new button.main").ClickAsync();
        await Expect(Answer).ToBeVisibleAsync();
    }

    public async Task GoToAsync(string key, string language)
    {
        await page.GotoAsync($"{address}/knowledge/articles/{key}?language={language}");
        await Expect(page.Locator($"form.draft[data-language={language}]")).ToBeVisibleAsync();
    }

    public async Task GoToListAsync()
    {
        await page.GotoAsync($"{address}/knowledge");
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    public async Task WriteAsync(string title, string variants, string answer)
    {
        await page.Locator("#f-title").FillAsync(title);
        await page.Locator("#f-variants").FillAsync(variants);
        await SavesByItselfAsync(() => Answer.FillAsync(answer));
    }

    public Task SavesByItselfAsync(Func<Task> type) => SavesByItselfAsync(saved => page.Locator(saved), type);

    /// <summary>Nobody pressed Save. What stood there as saved before was another version.</summary>
    public static async Task SavesByItselfAsync(Func<string, ILocator> find, Func<Task> type)
    {
        var before = await find("[data-saved]").GetAttributeAsync("data-version");
        await type();
        await Expect(find($"[data-saved=Saved]:not([data-version='{before}'])")).ToBeVisibleAsync();
    }

    public Task IsSavedAsync() => Expect(page.Locator("[data-saved=Saved]")).ToBeVisibleAsync();

    public async Task AskForReviewAsync()
    {
        await page.Locator(".properties input[type=checkbox]").CheckAsync();
        await page.Locator(".properties button.main").ClickAsync();
        await Expect(Notice).ToBeVisibleAsync();
    }

    /// <summary>What would change, in the open dialog.</summary>
    public ILocator Guard => page.Locator("dialog .guard");

    public async Task DoAsync(string verb, string? comment = null)
    {
        await BeginAsync(verb);
        if (comment is not null)
        {
            await page.Locator("#d-comment").FillAsync(comment);
        }

        await ConfirmAsync();
    }

    public async Task BeginAsync(string verb)
    {
        await page.Locator($".actions [data-verb={verb}]").ClickAsync();
        await Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
    }

    public async Task ConfirmAsync()
    {
        await page.Locator("dialog button.main").ClickAsync();
        await Expect(page.Locator("dialog")).ToHaveCountAsync(0);
    }

    public Task ShowAsync(string pane) => page.Locator($"#tab-{pane}").ClickAsync();

    public async Task AskAsync(string question)
    {
        await ShowAsync("ask");
        await page.Locator("#question").FillAsync(question);
        await page.Locator("#question").PressAsync("Enter");
        await Expect(page.Locator("[data-same]")).ToBeVisibleAsync();
    }

    public async Task UndoFromListAsync(string key)
    {
        await Rows.Filter(new() { HasText = key }).Locator("td button").First.ClickAsync();
        await Expect(page.Locator(".page .notice")).ToBeVisibleAsync();
    }
}
