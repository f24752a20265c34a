using System.Collections.Concurrent;
using BotFramework.Schema;

namespace BotFramework.DirectLine.Memory;

/// <summary>
/// A log in memory, for test bots and trials: gone with the process. It doesn't grow for ever: conversations nobody looks at are
/// dropped after a while, and so are old lines and old files.
/// </summary>
public sealed class MemoryActivityStore(TimeProvider time) : IActivityStore
{
    private static readonly TimeSpan KeptWhenIdle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, MemoryConversation> _conversations = new(StringComparer.Ordinal);
    private readonly MemoryFiles _files = new();
    private DateTimeOffset _lookedAt = time.GetUtcNow();

    /// <summary>
    /// What a bot does with a customer's new activity, or with the <c>conversationUpdate</c> of a start; one after another in each
    /// conversation. It must not throw.
    /// </summary>
    public Func<Activity, Task>? Received { get; set; }

    public Task<ConversationStarted> StartAsync(ConversationStart start, CancellationToken cancellationToken)
    {
        DropIdle();
        var conversation = new MemoryConversation(start.ConversationId, time.GetUtcNow());
        var isNew = _conversations.TryAdd(start.ConversationId, conversation);
        if (isNew)
        {
            Tell(conversation, Beginning(start));
        }

        return Task.FromResult(new ConversationStarted(isNew));
    }

    public Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult(_conversations.ContainsKey(conversationId));

    public Task<PostedActivity> AppendAsync(
        string conversationId, Activity activity, IReadOnlyList<UploadedFile> files, Caller caller, CancellationToken cancellationToken)
    {
        if (!_conversations.TryGetValue(conversationId, out var conversation))
        {
            return Task.FromResult(new PostedActivity(null, new Refusal(404, "NotFound", "There is no such conversation.")));
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            return Task.FromResult(new PostedActivity(""));
        }

        if (conversation.Append(activity, time.GetUtcNow()))
        {
            _files.Keep(files);
            Tell(conversation, activity);
        }

        return Task.FromResult(new PostedActivity(activity.Id));
    }

    /// <summary>The bot, or whoever answers, says something. Null when the conversation is gone.</summary>
    public string? Say(string conversationId, Activity activity)
    {
        if (!_conversations.TryGetValue(conversationId, out var conversation))
        {
            return null;
        }

        if (activity.Type == ActivityTypes.Typing)
        {
            conversation.Ring(activity);
            return "";
        }

        conversation.Append(activity, time.GetUtcNow());
        return activity.Id;
    }

    public Task<ActivitySet> ReadAsync(string conversationId, long after, int max, CancellationToken cancellationToken) => Task.FromResult(
        _conversations.TryGetValue(conversationId, out var conversation) ? conversation.Read(after, max, time.GetUtcNow()) : new ActivitySet([], after));

    public Task<KeptFile?> OpenFileAsync(string fileId, CancellationToken cancellationToken) => Task.FromResult(_files.Find(fileId));

    public IDisposable Listen(string conversationId, Action<Activity?> heard) =>
        _conversations.GetOrAdd(conversationId, id => new MemoryConversation(id, time.GetUtcNow())).Listen(heard);

    /// <summary>How many follow the conversation now.</summary>
    public int CountListeners(string conversationId) => _conversations.TryGetValue(conversationId, out var conversation) ? conversation.Listeners : 0;

    private static Activity Beginning(ConversationStart start)
    {
        var (bot, user) = (new ChannelAccount("bot", null, RoleTypes.Bot), new ChannelAccount(start.UserId ?? $"dl_{start.ConversationId}", start.UserName, RoleTypes.User));
        return new Activity
        {
            Type = ActivityTypes.ConversationUpdate,
            ChannelId = DirectLineEndpoint.ChannelId,
            Conversation = new ConversationAccount(start.ConversationId),
            From = user,
            Recipient = bot,
            Locale = start.Locale,
            MembersAdded = [bot, user],
        };
    }

    private void Tell(MemoryConversation conversation, Activity activity)
    {
        if (Received is { } received)
        {
            conversation.Enqueue(() => received(activity));
        }
    }

    private void DropIdle()
    {
        var now = time.GetUtcNow();
        if (now - _lookedAt < LooksEvery)
        {
            return;
        }

        _lookedAt = now;
        foreach (var (id, _) in _conversations.Where(entry => entry.Value.IsIdleSince(now - KeptWhenIdle)))
        {
            _conversations.TryRemove(id, out _);
        }
    }
}
