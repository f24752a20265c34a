using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>Two editors and a customer: from an empty article to an answer in the chat, and back.</summary>
[Collection("browser")]
public sealed class EditorTests(ChromiumBrowser browser)
{
    private const string Key = "gift.wrapping";
    private const string Sign = "GIFT-77";

    // Questions that no task of the bot takes for its own: those would not reach the articles.
    [Theory]
    [InlineData("en", "pl", "Gift wrapping", "Do you wrap gifts?\nGift wrapping for a present", "We **wrap gifts** for free: " + Sign)]
    [InlineData("pl", "en", "Pakowanie na prezent", "Pakowanie na prezent\nCzy prezent można ozdobić?", "**Pakujemy prezenty** za darmo: " + Sign)]
    [InlineData("fa", "en", "بسته‌بندی هدیه", "آیا هدیه را کادوپیچ می‌کنید؟\nکادوپیچ هدیه", "**کادوپیچ** رایگان است: " + Sign)]
    public async Task An_article_is_written_reviewed_published_answered_and_taken_back(
        string language, string other, string title, string variants, string answer)
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var people = new Crew(await browser.PersonAsync(language), await browser.PersonAsync(language), await browser.PersonAsync(language));
        var (writer, reviewer) = await SignInAsync(people, shop, language);
        var screens = new Screens($"editor-{language}");
        await screens.TakeAsync(writer.Page, "list");
        await writer.CreateAsync(Key);
        await writer.AskForReviewAsync();
        await writer.WriteAsync(title, variants, answer);
        await Expect(writer.Pane.Locator(".bubble strong")).ToBeVisibleAsync();
        await screens.TakeAsync(writer.Page, "written");
        await writer.AskAsync(variants.Split('\n')[0]);
        await Expect(writer.Pane.Locator("[data-same=no]")).ToBeVisibleAsync();
        await Expect(writer.Pane.Locator("li.this").First).ToContainTextAsync(Key);
        await screens.TakeAsync(writer.Page, "asked");

        await writer.GoToAsync(Key, other);
        await Expect(writer.Pane.Locator(".beside")).ToContainTextAsync(title);
        await writer.WriteAsync("Other title", "Other question", "Other answer");
        await screens.TakeAsync(writer.Page, "translated");
        await writer.GoToAsync(Key, language);
        await Expect(writer.Answer).ToHaveValueAsync(answer);
        await Expect(writer.Page.Locator("[data-verb=Publish]")).ToHaveCountAsync(0);
        await writer.DoAsync("Submit", "Please look");
        await Expect(writer.Notice).ToBeVisibleAsync();
        await writer.DoAsync("Publish");
        await Expect(writer.Problem).ToBeVisibleAsync();
        await screens.TakeAsync(writer.Page, "four-eyes");

        await reviewer.GoToAsync(Key, language);
        await reviewer.ShowAsync("history");
        await Expect(reviewer.Pane).ToContainTextAsync("Please look");
        await reviewer.DoAsync("Publish");
        await Expect(reviewer.Page.Locator("[data-verb=Undo]")).ToBeVisibleAsync();
        await screens.TakeAsync(reviewer.Page, "published");

        var customer = await CustomerPage.VisitAsync(people.Customer, shop.Address, language);
        await customer.OpenChatAsync();
        await customer.AskAsync(variants.Split('\n')[0], new(Sign));
        await screens.TakeAsync(customer.Page, "customer");
        await writer.GoToListAsync();
        await writer.UndoFromListAsync(Key);
        await screens.TakeAsync(writer.Page, "undone");
        var lines = await customer.Lines.CountAsync();
        await customer.SayAsync(variants.Split('\n')[1]);
        await Expect(customer.Lines.Nth(lines + 1)).ToBeVisibleAsync();
        await customer.SeesAsync(Sign);
        people.HaveNoComplaints();
    }

    [Fact]
    public async Task Of_two_who_write_the_same_text_the_second_is_shown_the_difference_and_nothing_is_lost()
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var people = new Crew(await browser.PersonAsync("en"), await browser.PersonAsync("en"), await browser.PersonAsync("en"));
        var (first, second) = await SignInAsync(people, shop, "en");
        await first.GoToAsync("returns.how", "en");
        await second.GoToAsync("returns.how", "en");
        await first.SavesByItselfAsync(() => first.Answer.FillAsync("The first one's words"));
        await Expect(first.Page.Locator(".state[data-state=Draft]").First).ToBeVisibleAsync();
        await second.Answer.FillAsync("The second one's words");
        await Expect(second.Conflict.Locator("del").First).ToContainTextAsync("first");
        await Expect(second.Answer).ToHaveValueAsync("The second one's words");
        await Expect(second.Conflict.Locator("[data-changed-by=both]")).ToHaveCountAsync(1);
        await new Screens("editor-conflict").TakeAsync(second.Page, "difference");
        await second.Conflict.Locator("button.main").ClickAsync();
        await Expect(second.Conflict).ToHaveCountAsync(0);
        await second.IsSavedAsync();
        await second.ShowAsync("history");
        await second.Pane.Locator(".history li button").Nth(1).ClickAsync();
        await Expect(second.Pane.Locator(".diff del").First).ToContainTextAsync("first");
        await second.Page.ReloadAsync();
        await Expect(second.Answer).ToHaveValueAsync("The second one's words");
        people.HaveNoComplaints();
    }

    [Fact]
    public async Task Of_two_who_change_different_parts_both_changes_are_kept_by_one_click()
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var people = new Crew(await browser.PersonAsync("en"), await browser.PersonAsync("en"), await browser.PersonAsync("en"));
        var (first, second) = await SignInAsync(people, shop, "en");
        await first.GoToAsync("returns.how", "en");
        await second.GoToAsync("returns.how", "en");
        await first.SavesByItselfAsync(() => first.Answer.FillAsync("The first one's words"));
        await second.Page.Locator("#f-title").FillAsync("The second one's title");
        await Expect(second.Conflict.Locator("[data-changed-by=me] h3, [data-changed-by=them] h3")).ToHaveCountAsync(2);
        await second.Conflict.Locator("[data-merge]").ClickAsync();
        await Expect(second.Answer).ToHaveValueAsync("The first one's words");
        await second.Conflict.Locator("button.main").ClickAsync();
        await second.IsSavedAsync();

        await first.GoToAsync("returns.how", "en");

        await Expect(first.Page.Locator("#f-title")).ToHaveValueAsync("The second one's title");
        await Expect(first.Answer).ToHaveValueAsync("The first one's words");
        people.HaveNoComplaints();
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_while_writing_and_what_is_put_away_is_not_typed_over()
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var person = await browser.PersonAsync("en");
        var editor = await EditorPage.OpenAsync(await DeskPage.SignInFirstAsync(person, shop.Address, "admin", shop.OneTimePassword, "en"), shop.Address);
        await editor.CreateAsync(Key);
        await editor.WriteAsync("", "", "See [this](article:no.such)");
        await Expect(editor.Page.Locator("[data-hindrances='2']")).ToBeVisibleAsync();
        await editor.WriteAsync("Gift wrapping", "", "See [how to return](article:returns.how)\n\n| To | Price |\n|---|--:|\n| PL | 9 |");
        await Expect(editor.Page.Locator("[data-hindrances]")).ToHaveCountAsync(0);
        await Expect(editor.Pane.Locator(".bubble td").First).ToHaveTextAsync("PL");
        await Expect(editor.Pane.Locator(".bubble a")).ToHaveCountAsync(0);
        await Expect(editor.Pane.Locator(".button")).ToHaveTextAsync("how to return");

        await editor.BeginAsync("Schedule");
        await editor.Page.Locator("#d-at").FillAsync("2020-01-01T10:00");
        await editor.Page.Locator("#d-comment").FillAsync("For the holidays");
        await editor.Page.Locator("dialog button.main").ClickAsync();
        await Expect(editor.Page.Locator("dialog .problem[role=alert]")).ToBeVisibleAsync();
        await Expect(editor.Page.Locator("#d-comment")).ToHaveValueAsync("For the holidays");
        await editor.Page.Locator("dialog [data-key=close]").ClickAsync();

        await editor.DoAsync("Publish");
        await editor.ShowAsync("history");
        await Expect(editor.Pane.Locator(".history .state[data-state=Live]")).ToHaveCountAsync(1);
        await editor.DoAsync("Archive");
        await Expect(editor.Answer).ToBeDisabledAsync();
        await Expect(editor.Pane.Locator(".history > li")).ToHaveCountAsync(2);
        await editor.DoAsync("Reopen");
        await Expect(editor.Answer).ToBeEnabledAsync();
        await editor.AskAsync("where is my order");
        await Expect(editor.Pane.Locator("[data-articles=no]")).ToBeVisibleAsync();
        await editor.Page.Locator(".top [data-submits]").SelectOptionAsync("fa");
        await Expect(editor.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(editor.Answer).ToBeVisibleAsync();
        await editor.Page.Locator(".top form button").ClickAsync();
        await Expect(editor.Page.Locator("[name=password]")).ToBeVisibleAsync();
        person.HasNoComplaints();
    }

    private static async Task<(EditorPage Writer, EditorPage Reviewer)> SignInAsync(Crew people, WarmlineProcess shop, string language)
    {
        var admin = await DeskPage.SignInFirstAsync(people.Writer, shop.Address, "admin", shop.OneTimePassword, language);
        var password = await admin.InviteAsync("ola", "Ola", mayEdit: true);
        var ola = await DeskPage.SignInFirstAsync(people.Reviewer, shop.Address, "ola", password, language);
        return (await EditorPage.OpenAsync(admin, shop.Address), await EditorPage.OpenAsync(ola, shop.Address));
    }

    private sealed record Crew(Person Writer, Person Reviewer, Person Customer) : IAsyncDisposable
    {
        public void HaveNoComplaints()
        {
            Writer.HasNoComplaints();
            Reviewer.HasNoComplaints();
            Customer.HasNoComplaints();
        }

        public async ValueTask DisposeAsync()
        {
            await Writer.DisposeAsync();
            await Reviewer.DisposeAsync();
            await Customer.DisposeAsync();
        }
    }
}
