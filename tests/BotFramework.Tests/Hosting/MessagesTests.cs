using System.Net;
using System.Text.Json;
using BotFramework.Builder;
using BotFramework.Connector;
using BotFramework.Hosting;
using BotFramework.Schema;
using Microsoft.Extensions.Options;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Hosting;

/// <summary>The endpoint, by its front door.</summary>
public sealed class MessagesTests
{
    [Fact]
    public async Task A_reply_goes_back_to_where_the_message_came_from()
    {
        await using var host = await BotHost.StartAsync();
        var message = host.Channel.Message("hi");

        var answer = await host.DeliverAsync(message);
        var call = await host.Channel.Connector.NextAsync(BotHost.Cancellation);

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
        Assert.Equal($"/amer/v3/conversations/{Uri.EscapeDataString(message.Conversation!.Id!)}/activities/{message.Id}", call.Path);
        var reply = ProtocolJson.Read<Activity>(call.Body)!;
        Assert.Equal(("Echo: hi", message.Id, "28:bot", "29:ana"), (reply.Text, reply.ReplyToId, reply.From!.Id, reply.Recipient!.Id));
    }

    [Fact]
    public async Task The_bot_sees_everything_the_channel_sent_and_who_called()
    {
        Activity? seen = null;
        await using var host = await BotHost.StartAsync((turn, _) =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        });
        var message = host.Channel.Message("hi");
        message.Properties = new Dictionary<string, JsonElement> { ["newField"] = ProtocolJson.ToElement(new { a = 1 }) };
        var json = ProtocolJson.Write(message).Replace("{\"type\"", "{\"callerId\":\"urn:botframework:aadappid:evil\",\"type\"", StringComparison.Ordinal);

        await host.PostAsync(json, $"Bearer {host.Channel.Token()}");

        Assert.Equal(CallerIds.PublicAzure, seen!.CallerId);
        Assert.Equal("""{"a":1}""", seen.Properties!["newField"].GetRawText());
        Assert.DoesNotContain("callerId", ProtocolJson.Write(seen), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_host_may_take_activities_itself()
    {
        var intake = new Taking();
        await using var host = await BotHost.StartAsync(new CallbackBot((_, _) => Task.CompletedTask), intake: intake);

        var answer = await host.DeliverAsync(host.Channel.Message("hi"));

        Assert.Equal((HttpStatusCode.Accepted, """{"taken":"hi"}"""), (answer.Status, answer.Body));
        Assert.Equal(new ChannelCaller(false, "127.0.0.1"), intake.Caller);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("conversation")]
    [InlineData("from")]
    [InlineData("recipient")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    public async Task What_is_missing_is_named(string field)
    {
        await using var host = await BotHost.StartAsync();
        var json = JsonSerializer.SerializeToNode(host.Channel.Message("hi"), ProtocolJson.Options)!.AsObject();
        json.Remove(field);

        var answer = await host.PostAsync(json.ToJsonString(), $"Bearer {host.Channel.Token()}");

        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Code));
        Assert.Contains(field, answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","channelData":{"x":"\uD800"}}""")]
    [InlineData("""{"type":"message","channelData":{"\udc00":1}}""")]
    public async Task What_is_no_activity_is_400(string body)
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.PostAsync(body, $"Bearer {host.Channel.Token()}");

        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Too_much_is_413()
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.DeliverAsync(host.Channel.Message(new string('x', 300 * 1024)));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Other_methods_are_405()
    {
        await using var host = await BotHost.StartAsync();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Patch })
        {
            var answer = await host.SendAsync(method, null, $"Bearer {host.Channel.Token()}");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
            Assert.Equal(["POST"], answer.Allow);
        }
    }

    [Fact]
    public async Task A_failing_bot_is_a_calm_500()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidOperationException("the database password is 1234"));

        var answer = await host.DeliverAsync(host.Channel.Message("hi"));

        Assert.Equal((HttpStatusCode.InternalServerError, "ServiceError"), (answer.Status, answer.Code));
        Assert.DoesNotContain("1234", answer.Body, StringComparison.Ordinal);
        Assert.Contains("1234", host.Notes.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer_and_nowhere_else()
    {
        await using var host = await BotHost.StartAsync(async (turn, token) =>
        {
            await turn.SendActivityAsync("one", cancellationToken: token);
            await turn.SendActivitiesAsync([MessageFactory.Text("two"), new Activity { Type = ActivityTypes.Typing }], token);
        });
        var message = host.Channel.Message("hi");
        message.DeliveryMode = DeliveryModes.ExpectReplies;

        var answer = await host.DeliverAsync(message);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["one", "two", null], answer.Json["activities"]!.AsArray().Select(reply => (string?)reply!["text"]));
        Assert.Empty(host.Channel.Connector.Calls);
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_answer_and_501_when_nobody_knows_it()
    {
        await using var host = await BotHost.StartAsync((turn, _) =>
        {
            turn.TurnState.Set(turn.Activity.Name == "known" ? new InvokeResponse(200, new { done = true }) : null);
            return Task.CompletedTask;
        });
        var invoke = host.Channel.Message("");
        (invoke.Type, invoke.Name) = (ActivityTypes.Invoke, "known");
        var known = await host.DeliverAsync(invoke);
        invoke.Name = "unknown";
        var unknown = await host.DeliverAsync(invoke);

        Assert.Equal((HttpStatusCode.OK, """{"done":true}"""), (known.Status, known.Body));
        Assert.Equal((HttpStatusCode.NotImplemented, ""), (unknown.Status, unknown.Body));
    }

    [Fact]
    public async Task What_was_said_can_be_changed_and_taken_back()
    {
        await using var host = await BotHost.StartAsync(async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("draft", cancellationToken: token);
            var better = MessageFactory.Text("final");
            better.Id = sent.Id;
            await turn.UpdateActivityAsync(better, token);
            await turn.DeleteActivityAsync(sent.Id!, token);
        });

        await host.DeliverAsync(host.Channel.Message("hi", "c"));

        Assert.Equal(
            [("PUT", "/amer/v3/conversations/c/activities/1", "final"), ("DELETE", "/amer/v3/conversations/c/activities/1", null)],
            host.Channel.Connector.Calls.Skip(1).Select(call => (call.Method, call.Path, call.Text)));
    }

    [Fact]
    public async Task Traces_stay_at_home()
    {
        await using var host = await BotHost.StartAsync(async (turn, token) =>
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, token));

        await host.DeliverAsync(host.Channel.Message("hi"));

        Assert.Empty(host.Channel.Connector.Calls);
    }

    [Fact]
    public async Task A_kept_reference_is_enough_to_speak_later()
    {
        await using var host = await BotHost.StartAsync();
        var reference = ProtocolJson.Read<ConversationReference>(ProtocolJson.Write(host.Channel.Message("hi", "c").GetConversationReference()))!;

        await host.Adapter.ContinueConversationAsync(reference, (turn, token) => turn.SendActivityAsync("later", cancellationToken: token), BotHost.Cancellation);
        var call = await host.Channel.Connector.NextAsync(BotHost.Cancellation);

        Assert.Equal(("/amer/v3/conversations/c/activities", "later", "29:ana"), (call.Path, call.Text, (string?)call.Json!["recipient"]!["id"]));
    }

    [Fact]
    public async Task A_new_conversation_can_be_begun()
    {
        await using var host = await BotHost.StartAsync();
        var parameters = new ConversationParameters { Bot = new("28:bot"), Members = [new("29:ana")], TenantId = "t" };

        var reference = await host.Adapter.CreateConversationAsync(
            FakeChannel.ChannelId, host.Channel.ServiceUrl, parameters,
            (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token), BotHost.Cancellation);

        Assert.Equal(("a:new-1", "29:ana", host.Channel.ServiceUrl), (reference.Conversation!.Id, reference.User!.Id, reference.ServiceUrl));
        Assert.Equal(
            [("/amer/v3/conversations", null), ("/amer/v3/conversations/a%3Anew-1/activities", "hello")],
            host.Channel.Connector.Calls.Select(call => (call.Path, call.Text)));
    }

    [Theory]
    [InlineData("Development", null, HttpStatusCode.OK)]
    [InlineData("Production", null, HttpStatusCode.Unauthorized)]
    [InlineData("Development", "X-Forwarded-For", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "x-forwarded-proto", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "Forwarded", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "Via", HttpStatusCode.Unauthorized)]
    [InlineData("Development", "Origin", HttpStatusCode.Unauthorized)]
    public async Task Without_an_app_id_only_a_developers_own_machine_comes_in(string environment, string? header, HttpStatusCode expected)
    {
        await using var host = await BotHost.StartAsync(
            new CallbackBot(async (turn, token) => await turn.SendActivityAsync("hello", cancellationToken: token)), options => options.AppId = "", environment);

        var answer = await host.PostAsync(
            ProtocolJson.Write(host.Channel.Message("hi")), null, header is null ? [] : [(header, "1.2.3.4")]);

        Assert.Equal((expected, ""), (answer.Status, answer.Body));
        Assert.All(host.Channel.Connector.Calls, call => Assert.Null(call.Authorization));
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, host.Channel.Connector.Calls.Count);
    }

    public static TheoryData<Action<BotFrameworkOptions>> Wrong => new(
        new Action<BotFrameworkOptions>[]
        {
            options => options.ClientSecret = null,
            options => options.AppType = BotAppType.SingleTenant,
            options => options.AllowedServiceHosts.Add("https://*.example/path"),
            options => options.AllowedServiceHosts.Add("http://connector.example"),
            options => options.AllowedServiceHosts.Add(""),
            options => options.AllowedServiceHosts.Add("*.127.0.0.1"),
            options => options.OpenIdMetadata = new Uri("http://login.example/keys"),
            options => options.ClockSkew = TimeSpan.FromHours(1),
        });

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_settings_stop_the_start(Action<BotFrameworkOptions> spoil) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => BotHost.StartAsync(configure: spoil));

    private sealed class Taking : IActivityIntake
    {
        internal ChannelCaller? Caller { get; private set; }

        public Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken)
        {
            Caller = caller;
            return Task.FromResult(new IntakeAnswer(202, new { taken = activity.Text }));
        }
    }
}
