using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotFramework.Schema;

/// <summary>What is often asked of an activity.</summary>
public static class ActivityParts
{
    /// <summary>Where to answer this activity later.</summary>
    public static ConversationReference GetConversationReference(this Activity activity) => new()
    {
        // Web Chat waits five seconds for a target it never gets, so nothing replies to a conversationUpdate.
        ActivityId = activity.Type == ActivityTypes.ConversationUpdate ? null : activity.Id,
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Locale = activity.Locale,
    };

    /// <summary>The event that begins a turn nobody asked for. It has no id, so that what is said is no reply.</summary>
    public static Activity GetContinuationActivity(this ConversationReference reference, string name = "ContinueConversation") => new()
    {
        Type = ActivityTypes.Event,
        Name = name,
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Conversation = reference.Conversation,
        Recipient = reference.Bot,
        From = reference.User,
        Locale = reference.Locale,
        RelatesTo = reference,
    };

    /// <summary>A field of <see cref="Activity.ChannelData"/> when it is there and a string.</summary>
    public static string? ChannelDataString(this Activity activity, string name) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>Sets one field of <see cref="Activity.ChannelData"/>, keeping the others.</summary>
    public static Activity SetChannelData(this Activity activity, string name, JsonNode? value)
    {
        var data = activity.ChannelData is { ValueKind: JsonValueKind.Object } old ? JsonObject.Create(old)! : [];
        data[name] = value;
        activity.ChannelData = JsonSerializer.SerializeToElement(data, ProtocolJson.Options);
        return activity;
    }

    /// <summary>A copy that shares nothing that can be changed.</summary>
    public static Activity Clone(this Activity activity) =>
        ProtocolJson.Read<Activity>(ProtocolJson.Write(activity))!;
}
