using System.Text.Json;
using BotFramework.Builder;
using BotFramework.Schema;
using Warmline.TestSupport;

namespace BotFramework.Tests;

/// <summary>Which method of a bot an activity reaches, and what an invoke is answered.</summary>
public sealed class HandlerTests
{
    [Theory]
    [InlineData("""{"type":"messageUpdate"}""", "edited")]
    [InlineData("""{"type":"messageDelete"}""", "deleted")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", "like added")]
    [InlineData("""{"type":"messageReaction","reactionsRemoved":[{"type":"like"}]}""", "like removed")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"else"}""", null)]
    [InlineData("""{"type":"invoke","name":"task/fetch"}""", null)]
    public async Task Each_kind_has_its_method(string json, string? heard)
    {
        var bot = new Listening();

        await new TestAdapter().ProcessAsync(ProtocolJson.Read<Activity>(json)!, bot.OnTurnAsync, TestContext.Current.CancellationToken);

        Assert.Equal(heard, bot.Heard);
    }

    [Theory]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"accept","data":{"id":"7"}}}}""", 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"accept 7"}""")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Submit"}}}""", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"NotSupported","message":"Only Action.Execute is answered."}}""")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":"x"}}""", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"There is no action."}}""")]
    [InlineData("""{"name":"adaptiveCard/action"}""", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"There is no action."}}""")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"unknown"}}}""", 501, null)]
    [InlineData("""{"name":"task/fetch","value":{}}""", 501, null)]
    [InlineData("{}", 501, null)]
    public async Task An_invoke_leaves_an_answer(string json, int status, string? body)
    {
        var invoke = ProtocolJson.Read<Activity>(json)!;
        invoke.Type = ActivityTypes.Invoke;
        ITurnContext? turn = null;

        await new TestAdapter().ProcessAsync(
            invoke, (context, token) => new Listening().OnTurnAsync(turn = context, token), TestContext.Current.CancellationToken);

        var response = turn!.TurnState.Get<InvokeResponse>()!;
        Assert.Equal((status, body), (response.Status, response.Body is null ? null : JsonSerializer.Serialize(response.Body, ProtocolJson.Options)));
    }

    [Fact]
    public async Task An_adapter_that_cannot_change_what_was_sent_says_so()
    {
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => new TestAdapter().ProcessAsync(
            new Activity { Type = ActivityTypes.Message }, (turn, token) => turn.DeleteActivityAsync("1", token), TestContext.Current.CancellationToken));

        Assert.Contains(nameof(TestAdapter), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_is_a_copy_that_can_be_said_again()
    {
        var prompt = MessageFactory.Text("again?");
        var adapter = new TestAdapter();

        await adapter.ProcessAsync(
            new Activity { Type = ActivityTypes.Message }, (turn, token) => turn.SendActivitiesAsync([prompt, prompt], token), TestContext.Current.CancellationToken);

        Assert.Equal((null, null), (prompt.Id, prompt.Conversation));
        Assert.NotEqual(adapter.NextReply()!.Id, adapter.NextReply()!.Id);
    }

    private sealed class Listening : ActivityHandler
    {
        internal string? Heard { get; private set; }

        protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("edited");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("deleted");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> reactions, ITurnContext turnContext, CancellationToken cancellationToken) => Hear($"{reactions[0].Type} added");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> reactions, ITurnContext turnContext, CancellationToken cancellationToken) => Hear($"{reactions[0].Type} removed");

        protected override Task OnInstallationAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("installed");

        protected override Task OnInstallationRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("uninstalled");

        protected override Task<AdaptiveCardInvokeResponse?> OnAdaptiveCardInvokeAsync(
            ITurnContext turnContext, AdaptiveCardAction action, CancellationToken cancellationToken) => Task.FromResult(
            action.Verb == "accept" ? AdaptiveCardInvokeResponse.Message($"accept {action.Data!.Value.GetProperty("id").GetString()}") : null);

        private Task Hear(string what)
        {
            Heard = what;
            return Task.CompletedTask;
        }
    }
}
