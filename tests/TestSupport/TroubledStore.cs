using System.Collections.Concurrent;
using BotFramework.DirectLine;
using BotFramework.DirectLine.Memory;
using BotFramework.Schema;

namespace Warmline.TestSupport;

/// <summary>The log in memory, with switches for the troubles a real one has.</summary>
public sealed class TroubledStore(TimeProvider time) : IActivityStore
{
    private readonly MemoryActivityStore _log = new(time);
    private readonly Lock _lock = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];
    private int _reads;

    /// <summary>When set, every read and look-up throws.</summary>
    public bool ReadsFail { get; set; }

    /// <summary>When set, appends throw.</summary>
    public bool AppendsFail { get; set; }

    /// <summary>When set, what appends answer instead of taking the activity.</summary>
    public Refusal? Refuses { get; set; }

    public IList<ConversationStart> Starts { get; } = [];

    /// <summary>Every file that was kept.</summary>
    public ConcurrentBag<UploadedFile> Files { get; } = [];

    /// <summary>Completes when that many reads were answered since the beginning.</summary>
    public Task ReadsReachAsync(int count)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((count, reached));
            Announce();
            return reached.Task;
        }
    }

    public int Listeners(string conversationId) => _log.CountListeners(conversationId);

    public async Task<IReadOnlyList<Activity>> LinesAsync(string conversationId) =>
        (await _log.ReadAsync(conversationId, 0, int.MaxValue, CancellationToken.None)).Activities;

    public Task<ConversationStarted> StartAsync(ConversationStart start, CancellationToken cancellationToken)
    {
        Starts.Add(start);
        return _log.StartAsync(start, cancellationToken);
    }

    public Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken)
    {
        ThrowWhen(ReadsFail);
        return _log.ExistsAsync(conversationId, cancellationToken);
    }

    public async Task<PostedActivity> AppendAsync(
        string conversationId, Activity activity, IReadOnlyList<UploadedFile> files, Caller caller, CancellationToken cancellationToken)
    {
        ThrowWhen(AppendsFail);
        if (Refuses is not null)
        {
            return new PostedActivity(null, Refuses);
        }

        foreach (var file in files)
        {
            Files.Add(file);
        }

        // A log that takes what is said and shows nobody that somebody types.
        if (activity.Type == ActivityTypes.Typing)
        {
            _log.Say(conversationId, activity);
        }

        return await _log.AppendAsync(conversationId, activity, files, caller, cancellationToken);
    }

    /// <summary>The bot or an agent says something.</summary>
    public void Say(string conversationId, string text) => _log.Say(conversationId, new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormats.Plain,
        From = new ChannelAccount("bot", null, RoleTypes.Bot),
        Conversation = new ConversationAccount(conversationId),
    });

    /// <summary>The bot or an agent is writing.</summary>
    public void Type(string conversationId) => _log.Say(conversationId, new Activity
    {
        Type = ActivityTypes.Typing,
        From = new ChannelAccount("bot", null, RoleTypes.Bot),
    });

    public async Task<ActivitySet> ReadAsync(string conversationId, long after, int max, CancellationToken cancellationToken)
    {
        ThrowWhen(ReadsFail);
        var page = await _log.ReadAsync(conversationId, after, max, cancellationToken);
        lock (_lock)
        {
            _reads++;
            Announce();
        }

        return page;
    }

    public Task<KeptFile?> OpenFileAsync(string fileId, CancellationToken cancellationToken) => _log.OpenFileAsync(fileId, cancellationToken);

    public IDisposable Listen(string conversationId, Action<Activity?> heard) => _log.Listen(conversationId, heard);

    private static void ThrowWhen(bool failing)
    {
        if (failing)
        {
            throw new InvalidOperationException("The store is in trouble at /var/secret.");
        }
    }

    private void Announce() => _awaited.FindAll(wait => wait.Count <= _reads).ForEach(wait => wait.Reached.TrySetResult());
}
