using System.Net;
using System.Text.Json.Nodes;
using BotFramework.Connector;
using BotFramework.Schema;
using BotFramework.Tests.Hosting;
using Warmline.TestSupport.Channels;

namespace BotFramework.Tests.Connector;

/// <summary>What each call looks like on the wire, and what becomes of the answer.</summary>
public sealed class CallTests
{
    private const string Thread = "19:abc/def@thread.tacv2;messageid=1 ?#%";
    private const string Escaped = "19%3Aabc%2Fdef%40thread.tacv2%3Bmessageid%3D1%20%3F%23%25";

    [Fact]
    public async Task Ids_are_escaped_and_the_services_path_is_kept()
    {
        await using var host = await BotHost.StartAsync();

        var sent = await host.Connector.SendToConversationAsync(host.Channel.ServiceUrl, Thread, MessageFactory.Text("zażółć"), BotHost.Cancellation);
        var call = await host.Channel.Connector.NextAsync(BotHost.Cancellation);

        Assert.Equal("1", sent.Id);
        Assert.Equal(("POST", $"/amer/v3/conversations/{Escaped}/activities", "zażółć"), (call.Method, call.Path, call.Text));
        Assert.Equal("application/json; charset=utf-8", call.Headers["Content-Type"]);
        Assert.Equal("Bearer bot-token-1", call.Authorization);
        Assert.StartsWith("Microsoft-BotFramework/3.1", call.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replying_changing_and_deleting_name_the_activity()
    {
        await using var host = await BotHost.StartAsync();
        var (client, url) = (host.Connector, host.Channel.ServiceUrl.TrimEnd('/'));

        await client.ReplyToActivityAsync(url, "c", "a:1", MessageFactory.Text("x"), BotHost.Cancellation);
        await client.UpdateActivityAsync(url, "c", "a:1", MessageFactory.Text("y"), BotHost.Cancellation);
        await client.DeleteActivityAsync(url, "c", "a:1", BotHost.Cancellation);

        Assert.Equal(
            ["POST", "PUT", "DELETE"], host.Channel.Connector.Calls.Where(call => call.Path == "/amer/v3/conversations/c/activities/a%3A1").Select(call => call.Method));
    }

    [Fact]
    public async Task A_conversation_is_made_with_what_was_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var parameters = new ConversationParameters
        {
            IsGroup = true, Bot = new ChannelAccount("28:bot"), TenantId = "t", Activity = MessageFactory.Text("first"),
            ChannelData = ProtocolJson.ToElement(new { channel = new { id = "19:x" } }),
        };

        var made = await host.Connector.CreateConversationAsync(host.Channel.ServiceUrl, parameters, BotHost.Cancellation);
        var call = await host.Channel.Connector.NextAsync(BotHost.Cancellation);

        Assert.Equal(("a:new-1", "1", host.Channel.ServiceUrl), (made.Id, made.ActivityId, made.ServiceUrl));
        Assert.Equal(("POST", "/amer/v3/conversations"), (call.Method, call.Path));
        Assert.True(JsonNode.DeepEquals(call.Json!["channelData"], JsonNode.Parse("""{"channel":{"id":"19:x"}}""")));
        Assert.Equal(("first", true, "t"), ((string?)call.Json["activity"]!["text"], (bool)call.Json["isGroup"]!, (string?)call.Json["tenantId"]));
    }

    [Fact]
    public async Task Members_come_whole_one_by_one_and_page_by_page()
    {
        await using var host = await BotHost.StartAsync();
        var (client, url) = (host.Connector, host.Channel.ServiceUrl);

        var all = await client.GetConversationMembersAsync(url, "c", BotHost.Cancellation);
        var one = await client.GetConversationMemberAsync(url, "c", "29:ana", BotHost.Cancellation);
        var page = await client.GetConversationPagedMembersAsync(url, "c", 50, null, BotHost.Cancellation);
        await client.GetConversationPagedMembersAsync(url, "c", null, page.ContinuationToken, BotHost.Cancellation);

        Assert.Equal(["29:ana", "29:bob"], all.Select(member => member.Id));
        Assert.Equal(("o-1", "ana@shop.example"), (one.AadObjectId, one.Properties!["userPrincipalName"].GetString()));
        Assert.Equal(
            [
                "/amer/v3/conversations/c/members", "/amer/v3/conversations/c/members/29%3Aana",
                "/amer/v3/conversations/c/pagedmembers?pageSize=50", "/amer/v3/conversations/c/pagedmembers?continuationToken=more%2F%2B%3D",
            ],
            host.Channel.Connector.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task A_file_is_uploaded_as_base64()
    {
        await using var host = await BotHost.StartAsync();

        var answer = await host.Connector.UploadAttachmentAsync(
            host.Channel.ServiceUrl, "c", new AttachmentData("image/png", "a.png", [1, 2, 255]), BotHost.Cancellation);
        var call = await host.Channel.Connector.NextAsync(BotHost.Cancellation);

        Assert.Equal("1", answer.Id);
        Assert.Equal("/amer/v3/conversations/c/attachments", call.Path);
        Assert.True(JsonNode.DeepEquals(call.Json, JsonNode.Parse("""{"type":"image/png","name":"a.png","originalBase64":"AQL/"}""")), call.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task What_is_no_id_calls_nobody(string id)
    {
        await using var host = await BotHost.StartAsync();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() =>
            host.Connector.DeleteActivityAsync(host.Channel.ServiceUrl, "c", id, BotHost.Cancellation));

        Assert.Equal(ConnectorOutcome.Refused, failure.Outcome);
        Assert.Empty(host.Channel.Connector.Calls);
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(200, "not json")]
    [InlineData(200, "{}")]
    [InlineData(204, "")]
    public async Task A_sent_message_stays_sent_though_the_answer_says_little(int status, string body)
    {
        await using var host = await BotHost.StartAsync();
        host.Channel.Connector.Plan(new ChannelTrouble { Status = status, Body = body });

        var sent = await host.Connector.SendToConversationAsync(host.Channel.ServiceUrl, "c", MessageFactory.Text("x"), BotHost.Cancellation);

        Assert.Null(sent.Id);
        Assert.Single(host.Channel.Connector.Calls);
    }
}
