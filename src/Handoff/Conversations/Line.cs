namespace Warmline.Handoff.Conversations;

/// <summary>What a line does to the log.</summary>
public enum LineKind
{
    /// <summary>Something said; these are counted in "lines 1–n of n".</summary>
    Said,

    /// <summary>New content for an earlier line (<see cref="Line.Target"/>).</summary>
    Edit,

    /// <summary>Takes an earlier line (<see cref="Line.Target"/>) back.</summary>
    Delete,

    /// <summary>Something that happened and has no words of its own.</summary>
    Event,
}

/// <summary>Who a line is from.</summary>
public enum AuthorRole
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A person of the shop.</summary>
    Agent,

    /// <summary>The house itself: "Ola has joined".</summary>
    System,
}

/// <summary>One line of a conversation as every reader sees it. There is no line that a customer may not see.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Seq">1, 2, 3 … without gaps.</param>
/// <param name="Kind">Said, edit, delete or event.</param>
/// <param name="Role">Who it is from.</param>
/// <param name="AuthorId">The author's id within the role; null for bot and system.</param>
/// <param name="AuthorName">The author's name as the customer may see it.</param>
/// <param name="Stamp">UTC, strictly rising within the conversation.</param>
/// <param name="Text">Readable text of the line, also of a card or a button.</param>
/// <param name="Activity">The full activity as JSON where it entered with one.</param>
/// <param name="Target">The line that an edit or a delete changes.</param>
/// <param name="SystemKey">For system lines: the sentence's key, so that an agent can read it in another language.</param>
/// <param name="SystemArgs">The sentence's arguments.</param>
public sealed record Line(
    string ConversationId, long Seq, LineKind Kind, AuthorRole Role, string? AuthorId, string? AuthorName,
    DateTime Stamp, string Text, string? Activity, long? Target, string? SystemKey, IReadOnlyList<string> SystemArgs);
