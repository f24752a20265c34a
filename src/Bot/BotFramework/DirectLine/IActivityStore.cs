using BotFramework.Schema;

namespace BotFramework.DirectLine;

/// <summary>The log behind Direct Line. The host implements it; a test bot may keep it in memory.</summary>
/// <remarks>The watermark is the sequence number of the last line a client has; 0 means "from the first line".</remarks>
public interface IActivityStore
{
    /// <summary>Stores a new conversation, or finds it when it was started before (same id: idempotent).</summary>
    Task<ConversationStarted> StartAsync(ConversationStart start, CancellationToken cancellationToken);

    /// <summary>Whether the conversation was started and still exists.</summary>
    Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Stores one activity of the customer, and the files that came with it, before it is acknowledged: all or nothing.
    /// Idempotent by <c>channelData.clientActivityID</c>. Typing is passed on, never stored, and answers with an empty id.
    /// Refuses when there is no such conversation.
    /// </summary>
    Task<PostedActivity> AppendAsync(
        string conversationId, Activity activity, IReadOnlyList<UploadedFile> files, Caller caller, CancellationToken cancellationToken);

    /// <summary>Lines after the watermark, oldest first, at most <paramref name="max"/>, with the watermark of the last one.</summary>
    Task<ActivitySet> ReadAsync(string conversationId, long after, int max, CancellationToken cancellationToken);

    /// <summary>A file that was kept with a line, or null. Whoever asks has shown a signed link.</summary>
    Task<KeptFile?> OpenFileAsync(string fileId, CancellationToken cancellationToken);

    /// <summary>
    /// Calls <paramref name="heard"/> when there may be new lines (null) or something passing is to be shown (a typing activity).
    /// A store whose news may get lost on the way looks by itself and calls: nobody else does. Dispose to stop listening.
    /// </summary>
    IDisposable Listen(string conversationId, Action<Activity?> heard);
}

/// <summary>Who calls the endpoint: the user the token is bound to (null with a secret) and the remote address.</summary>
public sealed record Caller(string? UserId, string? Address);

/// <summary>What is known when a conversation starts.</summary>
public sealed record ConversationStart(string ConversationId, string? UserId, string? UserName, string? Locale, string? Address);

/// <summary>Whether the conversation is new or was found.</summary>
public sealed record ConversationStarted(bool IsNew);

/// <summary>The id given to a posted activity, or why it was refused (an HTTP status, a stable code and a sentence).</summary>
public sealed record PostedActivity(string? Id, Refusal? Refusal = null);

/// <summary>Why an activity was not taken, and when it may be tried again.</summary>
public sealed record Refusal(int Status, string Code, string Message, TimeSpan? RetryAfter = null);

/// <summary>
/// A file as it came: name and type are the client's word. The activity's attachment refers to it by <see cref="FileReference"/>;
/// a store that finds another name or type to be true changes the attachment too.
/// </summary>
public sealed record UploadedFile(string Id, string Name, string? ContentType, byte[] Content);

/// <summary>A file as it is given out.</summary>
public sealed record KeptFile(string Name, string ContentType, byte[] Content);

/// <summary>
/// What stands in an attachment's <c>contentUrl</c> for a kept file. Only on its way to a client it becomes a link, signed and short-lived.
/// </summary>
public static class FileReference
{
    private const string Scheme = "kept-file:";

    public static string Of(string fileId) => Scheme + fileId;

    /// <summary>The file's id, or null when this refers to none.</summary>
    public static string? Read(string? contentUrl) =>
        contentUrl?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true ? contentUrl[Scheme.Length..] : null;
}

/// <summary>A page of the log and the watermark that continues after it.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, long Watermark);
