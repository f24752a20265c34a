using Warmline.Handoff.Agents;
using Warmline.TestSupport;

namespace Warmline.Bot.Tests.Stories;

public sealed class HandoffStories
{
    private static CancellationToken Cancel => WarmlineApplication.Cancel;

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task A_person_is_asked_for_in_the_first_line_talks_and_leaves_and_the_bot_answers_again_twice(string language)
    {
        await using var app = WarmlineApplication.Open();
        await app.Agent.GoOnDutyAsync();
        var said = Spoken.In(language);
        var customer = await app.EnterAsync(language);
        await customer.SayAsync(said.Person, Cancel);
        await UntilAsync(customer, "system");

        await TalkToAgentAsync(app, customer);
        var answer = await customer.AskAsync(said.Returns, Cancel);
        await customer.AskAsync(said.Person, Cancel);
        await TalkToAgentAsync(app, customer);

        Assert.Matches("30|۳۰", answer);
        Assert.Contains(said.Item, await customer.AskAsync(said.OneLine, Cancel), StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("pl"), InlineData("ru"), InlineData("fa")]
    public async Task While_waiting_the_bot_still_helps_and_tells_the_place(string language)
    {
        await using var app = WarmlineApplication.Open();
        await app.Agent.GoOnDutyAsync();
        var said = Spoken.In(language);
        var ahead = await app.OpenChatAsync(language);
        await ahead.AskAsync(said.Person, Cancel);
        var customer = await app.OpenChatAsync(language);
        await customer.AskAsync(said.Person, Cancel);

        var status = await customer.AskAsync(said.OneLine, Cancel);
        var again = await customer.AskAsync(said.Person, Cancel);

        Assert.Contains(said.Item, status, StringComparison.Ordinal);
        Assert.Matches("2|۲", again);
        Assert.Equal(2, (await app.Agent.WaitingAsync()).Count);

        await customer.PressAsync(said.Label("Quick.LeaveQueue"), Cancel);
        Assert.Equal("system", (await customer.NextReplyAsync(Cancel)).Author);
        Assert.Single(await app.Agent.WaitingAsync());
        Assert.Equal(said.Label("Greeting"), await customer.AskAsync(said.Greeting, Cancel));
    }

    [Fact]
    public async Task Nobody_on_duty_is_told_and_a_callback_takes_the_place_of_the_queue()
    {
        await using var app = WarmlineApplication.Open();
        var said = Spoken.In("en");
        var customer = await app.OpenChatAsync();

        var told = await customer.AskAsync(said.Person, Cancel);
        await customer.AskAsync($"{said.CallMe} at {said.Phone}", Cancel);
        await customer.AskAsync(said.Label("Quick.AnyTime"), Cancel);
        await customer.AskAsync(said.Topic, Cancel);
        var stored = await customer.AskAsync("yes", Cancel);

        Assert.StartsWith("None of our team is online", told, StringComparison.Ordinal);
        Assert.Contains("CB-", stored, StringComparison.Ordinal);
        Assert.Empty(await app.Agent.WaitingAsync());
    }

    [Fact]
    public async Task The_loser_of_two_agents_is_told_who_has_the_chat()
    {
        await using var app = WarmlineApplication.Open();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("I want a person", Cancel);
        var item = (await app.Agent.WaitingAsync()).Single();

        Assert.IsType<AcceptResult.Accepted>(await app.Agent.AcceptItemAsync(item.Id));
        var late = Assert.IsType<AcceptResult.AlreadyTaken>(await app.AnotherAgent("Piotr").AcceptItemAsync(item.Id));

        Assert.Equal("Anna", late.ByName);
    }

    [Fact]
    public async Task What_the_bot_was_asking_before_a_person_came_is_not_asked_after_them()
    {
        await using var app = WarmlineApplication.Open();
        await app.Agent.GoOnDutyAsync();
        var customer = await app.OpenChatAsync();
        await customer.AskAsync("I want a person", Cancel);
        await customer.AskAsync("Where is my order?", Cancel);

        await TalkToAgentAsync(app, customer);

        Assert.Equal(WarmlineApplication.Label("Greeting", "en"), await customer.AskAsync("Hello", Cancel));
    }

    private static async Task TalkToAgentAsync(WarmlineApplication app, Customer customer)
    {
        await app.Agent.SeeWhoWaitsAsync();
        await UntilAsync(customer, "system");
        Assert.IsType<AcceptResult.Accepted>(await app.Agent.AcceptAsync(customer.ConversationId));
        var joined = await customer.NextReplyAsync(Cancel);
        await app.Agent.SayAsync(customer.ConversationId, "Anna here. <b>How</b> can I help?");
        var words = await customer.NextReplyAsync(Cancel);
        await customer.SayAsync("It is about my order", Cancel);
        await app.Agent.SayAsync(customer.ConversationId, "Done.");
        var done = await customer.NextReplyAsync(Cancel);
        await app.Agent.CloseAsync(customer.ConversationId);
        var closed = await customer.NextReplyAsync(Cancel);

        Assert.Equal(("agent", "Anna", "Anna here. <b>How</b> can I help?"), (words.Author, words.Name, words.Text));
        Assert.Equal(["system", "agent", "system"], new[] { joined, done, closed }.Select(line => line.Author));
    }

    private static async Task UntilAsync(Customer customer, string author)
    {
        while ((await customer.NextTurnAsync(Cancel)).All(line => line.Author != author))
        {
        }
    }
}
