using System.Globalization;
using System.Text.RegularExpressions;
using static Warmline.EndToEnd.Tests.Browser.Patience;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>One customer and one agent who meet; each step checks what both of them see.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Note = "Only for colleagues: check the lamp";
    private readonly WarmlineProcess _shop;
    private readonly Script _script;
    private readonly Sentences _sentences;
    private readonly Screens _screens;
    private readonly Person _customerPerson;
    private readonly Person _agentPerson;
    private CustomerPage _customer;
    private readonly DeskPage _agent;
    private int _handoffs;

    private Stage(WarmlineProcess shop, Script script, (Person Person, CustomerPage Page) customer, (Person Person, DeskPage Page) agent)
    {
        (_shop, _script) = (shop, script);
        (_customerPerson, _customer) = customer;
        (_agentPerson, _agent) = agent;
        _sentences = new Sentences(script.Language);
        _screens = new Screens(script.Language);
    }

    public static async Task<Stage> SetAsync(ChromiumBrowser browser, WarmlineProcess shop, Script script)
    {
        var (customer, agent) = (await browser.PersonAsync(script.Language), await browser.PersonAsync(script.Language));
        var desk = await DeskPage.SignInFirstAsync(agent, shop.Address, "admin", shop.OneTimePassword, script.Language);
        var page = await CustomerPage.VisitAsync(customer, shop.Address, script.Language);
        return new Stage(shop, script, (customer, page), (agent, desk));
    }

    public async Task CustomerTalksToTheBotAsync()
    {
        await _customer.OpenChatAsync();
        await _customer.SeesAsync(_sentences.Bot("Welcome"));
        await _customer.RunsInDirectionAsync(_script.Direction);
        await _screens.TakeAsync(_customer.Page, "welcome");
        await _customer.AskAsync(_script.WhereIsIt, _sentences.Bot("Order.AskNumber"));
        await _customer.AskAsync(_script.OrderNumber, _sentences.Bot("Order.AskProof"));
        await _customer.AskAsync(_script.Email, new Regex($"{_sentences.Bot("Order.Status.Shipped")}|{_sentences.Bot("Order.Status.OutForDelivery")}"));
        await _screens.TakeAsync(_customer.Page, "order");
        await _customer.AskAsync(_script.Returns, Script.Days);
        await _screens.TakeAsync(_customer.Page, "returns");
        await _customer.AskAsync(_script.CallMe, _sentences.Bot("Callback.AskPhone"));
        await _customer.AskAsync(_script.Phone, _sentences.Bot("Callback.AskWhen"));
        await _customer.AskAsync(_script.When, _sentences.Bot("Callback.Confirm"));
        await _customer.AskAsync(_script.Yes, _sentences.House("callback.stored"));
        await _screens.TakeAsync(_customer.Page, "callback");
    }

    public async Task CustomerAsksForAPersonAsync()
    {
        _handoffs++;
        await _customer.AskAsync(_script.Person, _sentences.House("queue.joined"));
        await _screens.TakeAsync(_customer.Page, "queued");
    }

    public async Task AgentSeesEverythingAndAcceptsAsync()
    {
        await Expect(_agent.Waiting).ToHaveCountAsync(1);
        await Expect(_agent.Waiting.Locator(".why")).ToHaveTextAsync(_sentences.AtDesk("reason.asked"));
        await _screens.TakeAsync(_agent.Page, "desk-waiting");
        await _agent.OpenWaitingAsync();
        await AgentSeesTheWholeTalkAsync();
        foreach (var fact in new[] { _script.OrderNumber, _script.Email, Digits(_script.Phone) })
        {
            await Expect(_agent.Facts.Filter(new() { HasTextRegex = new Regex(string.Join(@"[\s-]*", fact.Select(c => Regex.Escape($"{c}")))) }).First).ToBeVisibleAsync();
        }

        await _screens.TakeAsync(_agent.Page, "desk-transcript");
        await _agent.AcceptAsync();
        await _customer.SeesAsync(_sentences.House("agent.joined"), _handoffs);
        await _agent.SeesHouseLineAsync(_sentences.House("agent.joined"));
        await _screens.TakeAsync(_customer.Page, "agent-joined");
    }

    public async Task BothTalkAsync()
    {
        await _customer.SayAsync(_script.Hello);
        await _agent.SeesAsync("Customer", _script.Hello, _handoffs);
        await _agent.TypeAsync(_script.AgentHello);
        await Expect(_customer.Typing.First).ToBeVisibleAsync();
        await _screens.TakeAsync(_customer.Page, "agent-types");
        await _agent.Composer.PressAsync("Enter");
        await _customer.SeesAsync(_script.AgentHello, _handoffs);
        await _customer.Box.PressSequentiallyAsync(_script.Again);
        await Expect(_agent.Typing).ToBeVisibleAsync();
        await _customer.Box.PressAsync("Enter");
        await _agent.SeesAsync("Customer", _script.Again, _handoffs);
        await _agent.WriteNoteAsync($"{Note} {_handoffs}");
        await _screens.TakeAsync(_customer.Page, "talking");
        await _screens.TakeAsync(_agent.Page, "desk-talking");
    }

    public async Task CustomerReloadsAndComesBackInANewTabAsync()
    {
        var before = await _customer.AllLinesAsync();
        await _customer.ReloadAsync();
        await Expect(_customer.Lines).ToHaveCountAsync(before.Count);
        Assert.Equal(before, await _customer.AllLinesAsync());
        await _customer.SayAsync("after reload");
        await _agent.SeesAsync("Customer", "after reload");

        _customer = await _customer.InNewTabAsync(_customerPerson, _script.Language);
        await _customer.OpenChatAsync();
        await Expect(_customer.Lines).ToHaveCountAsync(before.Count + 1);
        await _agent.SayAsync("after new tab");
        await _customer.SeesAsync("after new tab");
        await _screens.TakeAsync(_customer.Page, "new-tab");
    }

    public async Task ServerIsKilledAndStartedAgainAsync()
    {
        const string draft = "half a sent";
        var before = await _customer.AllLinesAsync();
        await _agent.TypeAsync(draft);
        await _agent.DraftIsKeptAsync();
        _customerPerson.ServerIsDown = _agentPerson.ServerIsDown = true;
        await _shop.KillAsync();
        await Expect(_customer.Chat.Locator("#status")).ToBeVisibleAsync();
        await Expect(_agent.Page.Locator("#desk-lost")).ToBeVisibleAsync();
        await _screens.TakeAsync(_customer.Page, "server-down");
        await _screens.TakeAsync(_agent.Page, "desk-server-down");
        await _shop.StartAsync();
        await Expect(_agent.Page.Locator("#desk-lost")).ToBeHiddenAsync();
        await Expect(_agent.Composer).ToHaveValueAsync(draft);
        await _customer.IsConnectedAsync();
        _customerPerson.ServerIsDown = _agentPerson.ServerIsDown = false;
        await Expect(_customer.Lines).ToHaveCountAsync(before.Count);

        await _agent.Composer.PressAsync("End");
        await _agent.TypeAsync("ence");
        await _agent.Composer.PressAsync("Enter");
        await _customer.SeesAsync($"{draft}ence");
        await _customer.SayAsync("after the restart");
        await _agent.SeesAsync("Customer", "after the restart");
        await _screens.TakeAsync(_agent.Page, "desk-restarted");
    }

    public async Task AgentClosesAndTheBotAnswersAsync()
    {
        await _agent.CloseChatAsync("solved");
        await _customer.SeesAsync(_sentences.House("agent.closed"), _handoffs);
        await _customer.AskAsync(_script.Returns, Script.Days);
        await _customer.SeesAsync("Only for colleagues", 0);
        Assert.DoesNotContain("Only for colleagues", await _customer.DownloadTranscriptAsync(), StringComparison.Ordinal);
        await _screens.TakeAsync(_customer.Page, "bot-again");
        await _screens.TakeAsync(_agent.Page, "desk-closed");
    }

    public void NobodyComplained()
    {
        _customerPerson.HasNoComplaints();
        _agentPerson.HasNoComplaints();
    }

    public async Task TakePicturesAsync(string station)
    {
        await _screens.TakeAsync(_customer.Page, station);
        await _screens.TakeAsync(_agent.Page, $"desk-{station}");
    }

    public async ValueTask DisposeAsync()
    {
        await _customerPerson.DisposeAsync();
        await _agentPerson.DisposeAsync();
    }

    private async Task AgentSeesTheWholeTalkAsync()
    {
        var all = await _customer.Lines.CountAsync() - await _customer.Cards.CountAsync(); // a card belongs to the line above it
        await Expect(_agent.Lines).ToHaveCountAsync(all);
        await Expect(_agent.Lines.First).ToContainTextAsync(_sentences.Bot("Welcome"));
        await Expect(_agent.Lines.Last).ToContainTextAsync(_sentences.House("queue.announced"));
        var number = all.ToString(CultureInfo.InvariantCulture);
        await Expect(_agent.Header).ToContainTextAsync(new Regex($@"1\D+{number}\D+{number}"));
        await Expect(_agent.Page.Locator("html")).ToHaveAttributeAsync("dir", _script.Direction);
    }

    private static string Digits(string phone) => new([.. phone.Where(char.IsAsciiDigit)]);
}
