using System.Text.Json.Nodes;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>A line of the log as a Direct Line client sees it.</summary>
internal static class LineActivities
{
    public const string ChannelId = "directline";

    /// <summary>The id a client knows a line by; the same for the echo, for replies to it and after a restart.</summary>
    public static string IdOf(string conversationId, long seq) => $"{conversationId}|{seq:D7}";

    /// <summary>Null for lines that have nothing to show, such as the end of a task.</summary>
    public static Activity? Of(Line line, string shopName)
    {
        if (line is { Kind: LineKind.Event, Role: AuthorRole.System })
        {
            return null;
        }

        var activity = line.Activity is null ? MessageFactory.Text(line.Text) : ProtocolJson.Read<Activity>(line.Activity)!;
        activity.Id = IdOf(line.ConversationId, line.Seq);
        activity.Timestamp = line.Stamp;
        activity.ChannelId = ChannelId;
        activity.ServiceUrl = null;
        activity.Conversation = new ConversationAccount { Id = line.ConversationId };
        activity.From = line.Role == AuthorRole.Customer ? activity.From ?? new ChannelAccount { Id = line.AuthorId, Role = "user" } : From(line, shopName);
        activity.ChannelData = Mark(line, activity);
        return activity;
    }

    /// <summary>Whoever types, as a passing activity.</summary>
    public static Activity Of(Typing typing, string conversationId, string shopName) => new()
    {
        Type = ActivityTypes.Typing,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount { Id = conversationId },
        From = new ChannelAccount { Id = IdOf(typing.Role), Name = typing.Name ?? shopName, Role = "bot" },
    };

    // Web Chat takes whoever isn't the user for a bot; the page tells them apart by channelData.
    private static ChannelAccount From(Line line, string shopName) =>
        new() { Id = IdOf(line.Role), Name = line.AuthorName ?? shopName, Role = "bot" };

    private static string IdOf(AuthorRole role) => role switch
    {
        AuthorRole.Agent => "agent",
        AuthorRole.System => "system",
        AuthorRole.Bot => "bot",
        AuthorRole.Customer => "customer",
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };

    private static System.Text.Json.JsonElement Mark(Line line, Activity activity)
    {
        var data = activity.ChannelData is { ValueKind: System.Text.Json.JsonValueKind.Object } given
            ? JsonObject.Create(given)!
            : [];
        data["webchat:sequence-id"] = new DateTimeOffset(line.Stamp).ToUnixTimeMilliseconds();
        data["warmline:author"] = IdOf(line.Role);
        return ProtocolJson.ToElement(data);
    }
}
