namespace Warmline.Handoff.Desk.Assisting;

/// <summary>What an agent may ask the assistant for.</summary>
internal enum DeskWish
{
    Summary,
    Reply,
    TranslateCustomer,
    TranslateDraft,
}

/// <summary>What came of it, for one conversation. <see cref="Text"/> is null when there is nothing that can be relied on.</summary>
internal sealed record DeskResult(string ConversationId, DeskWish Wish, string Language, string? Text, string? Draft)
{
    public bool CanBeTaken => Text is not null && Wish is not DeskWish.TranslateCustomer;
}
