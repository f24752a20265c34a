using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotFramework.Schema;

/// <summary>
/// One thing that happens in a conversation, as it goes over the wire. Mutable on purpose: it is filled on its way out.
/// Fields without a property here survive a round trip in <see cref="Properties"/>.
/// </summary>
public sealed class Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>; compared ordinally.</summary>
    public string? Type { get; set; }

    /// <summary>Opaque, given by the channel.</summary>
    public string? Id { get; set; }

    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonConverter(typeof(LocalTimestampConverter))]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>An IANA name.</summary>
    public string? LocalTimezone { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public ChannelAccount? From { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ReplyToId { get; set; }

    /// <summary>A BCP-47 language tag.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    /// <summary>One of <see cref="TextFormats"/>.</summary>
    public string? TextFormat { get; set; }

    public string? Speak { get; set; }

    public string? Summary { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    /// <summary>One of <see cref="AttachmentLayouts"/>.</summary>
    public string? AttachmentLayout { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<Entity>? Entities { get; set; }

    public IList<string>? ListenFor { get; set; }

    public string? Importance { get; set; }

    public string? DeliveryMode { get; set; }

    [JsonConverter(typeof(UtcTimestampConverter))]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>Name of an event or invoke.</summary>
    public string? Name { get; set; }

    public string? Label { get; set; }

    public JsonElement? Value { get; set; }

    public string? ValueType { get; set; }

    /// <summary>Why a conversation ended, one of <see cref="EndOfConversationCodes"/>.</summary>
    public string? Code { get; set; }

    public string? Action { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    public string? TopicName { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>What belongs to the channel alone; echoed untouched by Direct Line.</summary>
    public JsonElement? ChannelData { get; set; }

    /// <summary>Fields this library has no name for; written back as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Who called, one of <see cref="CallerIds"/>; set after authentication, never read from the wire or written to it.</summary>
    [JsonIgnore]
    public string? CallerId { get; set; }

    /// <summary>A copy to be addressed anew; its parts are the same objects.</summary>
    internal Activity Copy() => (Activity)MemberwiseClone();
}

/// <summary>Callers that were authenticated.</summary>
public static class CallerIds
{
    public const string PublicAzure = "urn:botframework:azure";
}

/// <summary>A reaction to a message, such as <c>like</c>.</summary>
public sealed class MessageReaction
{
    public string? Type { get; set; }

    /// <summary>Fields this library has no name for; written back as they came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
