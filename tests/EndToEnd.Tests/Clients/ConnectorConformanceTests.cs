using System.Text.Json;
using System.Text.Json.Nodes;
using BotFramework.Connector;
using BotFramework.Schema;
using Warmline.TestSupport.Channels;

namespace Warmline.EndToEnd.Tests.Clients;

/// <summary>Our connector client beside the JavaScript SDK's: the same requests, and the same answers read from them.</summary>
public sealed class ConnectorConformanceTests
{
    private const string Conversation = "19:abc/def@thread.tacv2;messageid=1 ?#%ó";
    private const string ActivityId = "f:1|0000001";
    private static readonly string[] HeadersThatMatter = ["Authorization", "Content-Type"];

    [Fact]
    public async Task Every_call_is_the_same_request_and_its_answer_is_read_the_same()
    {
        await using var bot = await ChannelBot.StartAsync();
        var activity = Rich(bot.Channel);

        var ours = await OurCallsAsync(bot, activity);
        var ourRequests = Drain(bot.Channel);
        await using var client = await NodeClient.StartAsync(
            "connector.cjs", bot.Channel.ServiceUrl.TrimEnd('/'), ProtocolJson.Write(activity), Conversation, ActivityId);
        var theirs = await client.RestAsync();
        var theirRequests = Drain(bot.Channel);

        Assert.Equal(9, theirRequests.Count);
        Assert.All(ourRequests.Zip(theirRequests), pair => Assert.Equal(Describe(pair.Second), Describe(pair.First)));
        Assert.All(ours.Zip(theirs), pair => AssertCovers(pair.First, JsonNode.Parse(pair.Second.GetRawText())));
    }

    private static Activity Rich(FakeChannel channel)
    {
        var activity = MessageFactory.Attachment(
            new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = ProtocolJson.ToElement(new { type = "AdaptiveCard", version = "1.5" }) },
            "Zażółć سفارش <b>");
        activity.From = new ChannelAccount("28:bot", "Bot");
        activity.Recipient = new ChannelAccount("29:ana", "Ana");
        activity.Conversation = new ConversationAccount(Conversation) { IsGroup = true, ConversationType = "channel", TenantId = "t" };
        (activity.ChannelId, activity.ServiceUrl, activity.ReplyToId, activity.Locale) = (FakeChannel.ChannelId, channel.ServiceUrl, ActivityId, "pl-PL");
        activity.SuggestedActions = new SuggestedActions { To = [], Actions = [CardAction.ImBack("Tak"), CardAction.OpenUrl("Zobacz", "https://shop.example")] };
        activity.ChannelData = ProtocolJson.ToElement(new { notification = new { alert = true } });
        activity.Value = ProtocolJson.ToElement(new { nested = new[] { 1, 2 } });
        return activity;
    }

    private static async Task<List<JsonNode?>> OurCallsAsync(ChannelBot bot, Activity activity)
    {
        var (client, url, token) = (bot.Connector, bot.Channel.ServiceUrl, TestContext.Current.CancellationToken);
        var parameters = new ConversationParameters
        {
            IsGroup = true, Bot = new("28:bot"), Members = [new("29:ana", "Ana")], TopicName = "Topic", TenantId = "t",
            Activity = activity, ChannelData = ProtocolJson.ToElement(new { channel = new { id = "19:x" } }),
        };
        List<object?> answers =
        [
            await client.SendToConversationAsync(url, Conversation, activity, token),
            await client.ReplyToActivityAsync(url, Conversation, ActivityId, activity, token),
            await client.UpdateActivityAsync(url, Conversation, ActivityId, activity, token),
        ];
        await client.DeleteActivityAsync(url, Conversation, ActivityId, token);
        answers.AddRange(
        [
            null,
            await client.CreateConversationAsync(url, parameters, token),
            await client.GetConversationMembersAsync(url, Conversation, token),
            await client.GetConversationMemberAsync(url, Conversation, "29:ana", token),
            await client.GetConversationPagedMembersAsync(url, Conversation, 50, "more/+=", token),
            await client.UploadAttachmentAsync(url, Conversation, new AttachmentData("image/png", "a.png", [1, 2, 255]), token),
        ]);
        return [.. answers.Select(answer => JsonSerializer.SerializeToNode(answer, ProtocolJson.Options))];
    }

    private static List<ConnectorCall> Drain(FakeChannel channel)
    {
        var calls = channel.Connector.Calls.ToList();
        channel.Connector.Calls.Clear();
        return calls;
    }

    // A GET of theirs names a content type though it has no content; queries may name their parts in another order.
    private static string Describe(ConnectorCall call)
    {
        var (path, query) = call.Path.Split('?') is [var first, var rest] ? (first, rest) : (call.Path, "");
        var headers = HeadersThatMatter.Where(name => name != "Content-Type" || call.Body.Length > 0)
            .Select(name => $"{name}: {call.Headers.GetValueOrDefault(name)}");
        return $"{call.Method} {path} {string.Join('&', query.Split('&').Order(StringComparer.Ordinal))}\n{string.Join('\n', headers)}\n{Sorted(call.Json)?.ToJsonString()}";
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => KeyValuePair.Create(part.Key, Sorted(part.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>Their models drop what they don't know; what they keep, ours has too. Their ids are later ones.</summary>
    private static void AssertCovers(JsonNode? ours, JsonNode? theirs)
    {
        if (theirs is JsonObject fields)
        {
            Assert.All(fields, field => AssertCovers(ours?[field.Key], field.Key is "id" or "activityId" ? ours?[field.Key] : field.Value));
        }
        else if (theirs is JsonArray list)
        {
            Assert.All(list.Index(), item => AssertCovers(ours![item.Index], item.Item));
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(ours, theirs), $"{ours} is not {theirs}");
        }
    }
}
