namespace BotFramework.Schema;

/// <summary>Enough to continue a conversation later.</summary>
public sealed class ConversationReference
{
    public string? ActivityId { get; set; }

    public ChannelAccount? User { get; set; }

    public ChannelAccount? Bot { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public string? ChannelId { get; set; }

    public string? ServiceUrl { get; set; }

    public string? Locale { get; set; }
}

/// <summary>The id a channel gave to what was sent; null when it gave none.</summary>
public sealed record ResourceResponse(string? Id);
