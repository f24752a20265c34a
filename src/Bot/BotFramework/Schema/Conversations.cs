using System.Text.Json;

namespace BotFramework.Schema;

/// <summary>What a new conversation is to be: with whom, or a new thread where, and what is said first.</summary>
public sealed class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IList<ChannelAccount>? Members { get; set; }

    public string? TopicName { get; set; }

    public string? TenantId { get; set; }

    public Activity? Activity { get; set; }

    public JsonElement? ChannelData { get; set; }
}

/// <summary>The conversation a channel has made.</summary>
public sealed record ConversationResourceResponse(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>A page of members; no token means it was the last.</summary>
public sealed record PagedMembersResult(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken);

/// <summary>A file to upload.</summary>
public sealed record AttachmentData(string Type, string Name, byte[] OriginalBase64, byte[]? ThumbnailBase64 = null);

/// <summary>The answer to an activity that was to be answered at once.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>How an activity wants its replies.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string ExpectReplies = "expectReplies";
}
