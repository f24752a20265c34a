using Warmline.EndToEnd.Tests.Browser;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests;

/// <summary>Two agents and one customer with bad manners.</summary>
[Collection("browser")]
public sealed class DeskTests(ChromiumBrowser browser)
{
    private const string Script = "<img src=nowhere onerror=alert(1)><script>alert(2)</script>";
    private const string AgentName = "Ola <b onclick=alert(3)>Nowak</b>";

    [Fact]
    public async Task Of_two_agents_one_gets_the_customer_and_script_is_only_text_on_both_sides()
    {
        browser.Require();
        await using var shop = new WarmlineProcess();
        await shop.StartAsync();
        await using var people = new People(await browser.PersonAsync("en"), await browser.PersonAsync("en"), await browser.PersonAsync("en"));
        var admin = await DeskPage.SignInFirstAsync(people.Admin, shop.Address, "admin", shop.OneTimePassword);
        var ola = await DeskPage.SignInFirstAsync(people.Ola, shop.Address, "ola", await admin.InviteAsync("ola", AgentName));
        var customer = await CustomerPage.VisitAsync(people.Customer, shop.Address, "en");
        await customer.OpenChatAsync();
        await customer.SayAsync(Script);
        await customer.SeesAsync(Script);
        await customer.AskAsync("I want to talk to a person", new Sentences("en").House("queue.joined"));

        var (winner, loser) = await BothAcceptAsync(admin, ola);
        var (winnersName, losersName) = winner == ola ? (AgentName, "Admin") : ("Admin", AgentName);
        await Expect(loser.Header).ToContainTextAsync(winnersName);
        await Expect(loser.Composer).ToHaveCountAsync(0);
        await new Screens("race").TakeAsync(loser.Page, "loser");
        await customer.SeesAsync(winnersName);
        await customer.SeesAsync(losersName, 0);

        await winner.CloseChatAsync("other");
        await customer.AskAsync("I want to talk to a person", new Sentences("en").House("queue.joined"));
        await ola.OpenWaitingAsync();
        await ola.SeesAsync("Customer", Script);
        await ola.AcceptAsync();
        await ola.SayAsync($"From me: {Script}");
        await customer.SeesAsync($"From me: {Script}");
        await Expect(customer.Chat.Locator(".said-by").Filter(new() { HasText = AgentName }).First).ToBeVisibleAsync();
        await new Screens("script").TakeAsync(customer.Page, "customer");
        await new Screens("script").TakeAsync(ola.Page, "desk");
        people.HaveNoComplaints();
    }

    // Both have the conversation before them and press at once; whose page gets the box to write in has won.
    private static async Task<(DeskPage Winner, DeskPage Loser)> BothAcceptAsync(DeskPage one, DeskPage other)
    {
        await one.OpenWaitingAsync();
        await other.OpenWaitingAsync();
        var buttons = new[] { await one.Header.Locator("button.main").ElementHandleAsync(), await other.Header.Locator("button.main").ElementHandleAsync() };
        await Task.WhenAll(buttons.Select(button => button.EvaluateAsync("button => button.click()")));
        await Expect(one.Header).Not.ToContainTextAsync("Waiting");
        await Expect(other.Header).Not.ToContainTextAsync("Waiting");
        var (mine, theirs) = (one.Composer.WaitForAsync(), other.Composer.WaitForAsync());
        var won = await Task.WhenAny(mine, theirs);
        await won;
        _ = (won == mine ? theirs : mine).ContinueWith(lost => lost.Exception, TaskScheduler.Default);
        return won == mine ? (one, other) : (other, one);
    }

    private sealed record People(Person Customer, Person Admin, Person Ola) : IAsyncDisposable
    {
        public void HaveNoComplaints()
        {
            Customer.HasNoComplaints();
            Admin.HasNoComplaints();
            Ola.HasNoComplaints();
        }

        public async ValueTask DisposeAsync()
        {
            await Customer.DisposeAsync();
            await Admin.DisposeAsync();
            await Ola.DisposeAsync();
        }
    }
}
