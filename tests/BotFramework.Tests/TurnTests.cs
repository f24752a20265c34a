using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.TestSupport;

namespace BotFramework.Tests;

public sealed class TurnTests
{
    private readonly TestAdapter _adapter = new(locale: "fa-IR");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_bot_sends_is_addressed_as_a_reply_and_complete()
    {
        await ProcessAsync("hi", (turn, token) => turn.SendActivityAsync(new Activity { Text = "hello", Id = "mine" }, token));
        var reply = _adapter.NextReply()!;

        Assert.Equal(("message", "plain", "acceptingInput"), (reply.Type, reply.TextFormat, reply.InputHint));
        Assert.Equal(("bot-1", "user-1", "conversation-1"), (reply.From!.Id, reply.Recipient!.Id, reply.Conversation!.Id));
        Assert.Equal(("in-1", "fa-IR", "test", "out-2"), (reply.ReplyToId, reply.Locale, reply.ChannelId, reply.Id));
    }

    [Fact]
    public async Task A_conversation_update_is_not_replied_to_because_clients_never_see_it()
    {
        var update = new Activity { Type = ActivityTypes.ConversationUpdate, Id = "u1" };
        await _adapter.ProcessAsync(update, (turn, token) => turn.SendActivityAsync("welcome", cancellationToken: token), Cancellation);

        Assert.Null(_adapter.NextReply()!.ReplyToId);
    }

    [Fact]
    public async Task Several_activities_keep_their_order_and_the_callers_objects_stay_untouched()
    {
        var prompt = MessageFactory.Text("one");
        await ProcessAsync("hi", (turn, token) => turn.SendActivitiesAsync([prompt, MessageFactory.Text("two")], token));

        Assert.Equal(("one", "two", null), (_adapter.NextReply()!.Text, _adapter.NextReply()!.Text, _adapter.NextReply()));
        Assert.Null(prompt.Conversation);
    }

    [Fact]
    public async Task Typing_is_no_answer_but_a_message_is()
    {
        var responded = new List<bool>();
        await ProcessAsync("hi", async (turn, token) =>
        {
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, token);
            responded.Add(turn.Responded);
            await turn.SendActivityAsync("hello", cancellationToken: token);
            responded.Add(turn.Responded);
        });

        Assert.Equal([false, true], responded);
    }

    [Fact]
    public async Task Middleware_runs_in_order_around_the_bot_and_may_end_the_turn()
    {
        var heard = new List<string>();
        _adapter.Use(new Noting("outer", heard)).Use(new Noting("inner", heard, endsAt: "stop"));
        await ProcessAsync("go", (_, _) => Note(heard, "bot"));
        await ProcessAsync("stop", (_, _) => Note(heard, "bot"));

        Assert.Equal(
            ["outer>", "inner>", "bot", "<inner", "<outer", "outer>", "inner>", "<outer"], heard);
    }

    [Fact]
    public async Task A_failing_turn_is_told_in_calm_words_and_one_that_can_not_be_told_fails_for_the_host()
    {
        _adapter.OnTurnError = (turn, _) => turn.SendActivityAsync("Sorry.");
        await ProcessAsync("hi", (_, _) => throw new InvalidOperationException("inside"));
        Assert.Equal("Sorry.", _adapter.NextReply()!.Text);

        _adapter.OnTurnError = (_, _) => throw new TimeoutException();
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ProcessAsync("hi", (_, _) => throw new InvalidOperationException("inside")));
        Assert.Equal("inside", thrown.Message);
    }

    [Fact]
    public async Task A_cancelled_turn_is_no_error()
    {
        var told = 0;
        _adapter.OnTurnError = (_, _) => Task.FromResult(told++);
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _adapter.ProcessAsync(
            _adapter.Message("hi"),
            async (_, token) =>
            {
                await stopping.CancelAsync();
                token.ThrowIfCancellationRequested();
            },
            stopping.Token));

        Assert.Equal(0, told);
    }

    [Fact]
    public Task A_handler_is_called_for_its_kind_and_welcomes_others_than_the_bot() =>
        new TestFlow(_adapter, new Everything())
            .Test("hi", "message hi")
            .Send(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new("bot-1")] }).AssertNoReply()
            .Send(new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new("bot-1"), new("user-1")] })
            .AssertReply("added user-1")
            .Send(new Activity { Type = ActivityTypes.ConversationUpdate, MembersRemoved = [new("user-1")] })
            .AssertReply("removed user-1")
            .Send(new Activity { Type = ActivityTypes.Event, Name = "webchat/join" }).AssertReply("event webchat/join")
            .Send(new Activity { Type = ActivityTypes.Typing }).AssertReply("typing")
            .Send(new Activity { Type = ActivityTypes.EndOfConversation }).AssertReply("end")
            .Send(new Activity { Type = "sparkle" }).AssertReply("unrecognized sparkle")
            .StartTestAsync(Cancellation);

    private static Task Note(List<string> heard, string what)
    {
        heard.Add(what);
        return Task.CompletedTask;
    }

    private Task ProcessAsync(string text, BotCallbackHandler bot) => _adapter.ProcessAsync(_adapter.Message(text), bot, Cancellation);

    private sealed class Noting(string name, List<string> heard, string? endsAt = null) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            heard.Add(name + ">");
            if (turnContext.Activity.Text == endsAt)
            {
                return;
            }

            await next(cancellationToken);
            heard.Add("<" + name);
        }
    }

    private sealed class Everything : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, $"message {turnContext.Activity.Text}");

        protected override Task OnMembersAddedAsync(
            IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, $"added {membersAdded.Single().Id}");

        protected override Task OnMembersRemovedAsync(
            IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, $"removed {membersRemoved.Single().Id}");

        protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, $"event {turnContext.Activity.Name}");

        protected override Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, "typing");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, "end");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Say(turnContext, $"unrecognized {turnContext.Activity.Type}");

        private static Task<ResourceResponse> Say(ITurnContext turn, string text) => turn.SendActivityAsync(text);
    }
}
