using System.Text.Json.Nodes;
using BotFramework.Schema;

namespace BotFramework.Tests;

public sealed class WireFormatTests
{
    [Theory]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"pl"},"channelData":{"clientActivityID":"a1"},"channelId":"webchat","from":{"id":"r_1","role":"user","x":[1,{"y":null}]},"locale":"pl-PL"}""")]
    [InlineData("""{"type":"message","value":{"a":1.50,"b":"۱۲"},"channelData":{"postBack":true},"conversation":{"id":"c","z":1},"unknown":{"deep":{"er":[true,false]}}}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","body":[]},"newField":7}],"suggestedActions":{"to":["u"],"actions":[{"type":"imBack","title":"Tak","value":"Tak","fancy":true}]},"entities":[{"type":"mention","mentioned":{"id":"u"},"text":"<at>U</at>"}]}""")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like","when":"now"}],"relatesTo":{"conversation":{"id":"c"},"channelId":"x"},"membersAdded":[{"id":"u","tenantId":"t"}]}""")]
    public void An_activity_survives_the_round_trip_with_all_it_brought(string json)
    {
        var there = JsonNode.Parse(json);
        var back = JsonNode.Parse(ProtocolJson.Write(ProtocolJson.Read<Activity>(json)));

        Assert.True(JsonNode.DeepEquals(there, back), back!.ToJsonString());
    }

    [Fact]
    public void Letters_stay_letters_nulls_are_left_out_and_markup_is_escaped()
    {
        var json = ProtocolJson.Write(MessageFactory.Text("Zażółć سفارش Ёлка </script>"));

        Assert.Contains("Zażółć سفارش Ёлка", json, StringComparison.Ordinal);
        Assert.DoesNotContain("</script>", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00.1234567Z", "2026-11-23T10:00:00.1234567Z")]
    [InlineData("2026-11-23T11:00:00+01:00", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T10:00:00.5", "2026-11-23T10:00:00.5Z")]
    [InlineData("yesterday", null)]
    public void Timestamps_are_read_kindly_and_written_in_utc(string given, string? written)
    {
        var activity = ProtocolJson.Read<Activity>($$"""{"timestamp":"{{given}}","localTimestamp":"{{given}}"}""")!;
        var json = JsonNode.Parse(ProtocolJson.Write(activity))!;

        Assert.Equal(written, (string?)json["timestamp"]);
        Assert.Equal(given.Contains("+01", StringComparison.Ordinal), ((string?)json["localTimestamp"])?.EndsWith("+01:00", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_clone_shares_nothing()
    {
        var original = MessageFactory.SuggestedActions(["Tak", "Nie"], "Na pewno?");
        var copy = original.Clone();
        copy.SuggestedActions!.Actions.Clear();

        Assert.Equal(2, original.SuggestedActions!.Actions.Count);
    }

    [Fact]
    public void Channel_data_can_be_added_to_and_asked()
    {
        var activity = new Activity().SetChannelData("a", "x").SetChannelData("webchat:sequence-id", 5);

        Assert.Equal(("x", null, null), (activity.ChannelDataString("a"), activity.ChannelDataString("webchat:sequence-id"), activity.ChannelDataString("b")));
        Assert.Equal("""{"a":"x","webchat:sequence-id":5}""", activity.ChannelData!.Value.GetRawText());
    }

    [Fact]
    public void A_hero_card_becomes_an_attachment()
    {
        var card = new HeroCard { Title = "Order", Buttons = [CardAction.OpenUrl("Track", "https://example.com")] }.ToAttachment();
        var json = ProtocolJson.Write(MessageFactory.Attachment(card, "Here"));

        Assert.Contains("\"contentType\":\"application/vnd.microsoft.card.hero\"", json, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"https://example.com\"", json, StringComparison.Ordinal);
    }
}
