using BotFramework.DirectLine;
using BotFramework.Schema;

namespace Warmline.TestSupport;

/// <summary>A log in memory, with switches for the troubles a real one has.</summary>
public sealed class MemoryActivityStore(TimeProvider time) : IActivityStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Log> _logs = new(StringComparer.Ordinal);
    private readonly List<(int Count, TaskCompletionSource Reached)> _awaited = [];
    private int _reads;

    /// <summary>When set, every read and look-up throws.</summary>
    public bool ReadsFail { get; set; }

    /// <summary>When set, appends throw.</summary>
    public bool AppendsFail { get; set; }

    /// <summary>When set, appends wake nobody, as if the wake-up was lost.</summary>
    public bool WakesNobody { get; set; }

    /// <summary>When set, what appends answer instead of taking the activity.</summary>
    public Refusal? Refuses { get; set; }

    public IList<ConversationStart> Starts { get; } = [];

    /// <summary>Completes when that many reads were answered since the beginning.</summary>
    public Task ReadsReachAsync(int count) => Locked(() =>
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Add((count, reached));
        Announce();
        return reached.Task;
    });

    public int Listeners(string conversationId) => Locked(() => Find(conversationId)?.Heard.Count ?? 0);

    public IReadOnlyList<Activity> Lines(string conversationId) => Locked(() => Find(conversationId)?.Lines.ToList() ?? []);

    public Task<ConversationStarted> StartAsync(ConversationStart start, CancellationToken cancellationToken) => Task.FromResult(Locked(() =>
    {
        Starts.Add(start);
        return new ConversationStarted(_logs.TryAdd(start.ConversationId, new Log()));
    }));

    public Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken)
    {
        ThrowWhen(ReadsFail);
        return Task.FromResult(Locked(() => Find(conversationId) is not null));
    }

    public Task<PostedActivity> AppendAsync(
        string conversationId, Activity activity, Caller caller, CancellationToken cancellationToken)
    {
        ThrowWhen(AppendsFail);
        return Task.FromResult(Refuses is null ? Append(conversationId, activity) : new PostedActivity(null, Refuses));
    }

    /// <summary>The bot or an agent says something.</summary>
    public PostedActivity Say(string conversationId, string text) => Append(conversationId, new Activity
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = TextFormats.Plain,
        From = new ChannelAccount("bot", null, RoleTypes.Bot),
        Conversation = new ConversationAccount(conversationId),
    });

    /// <summary>The bot or an agent is writing.</summary>
    public void Type(string conversationId) => Ring(conversationId, new Activity
    {
        Type = ActivityTypes.Typing,
        From = new ChannelAccount("bot", null, RoleTypes.Bot),
    });

    public Task<ActivitySet> ReadAsync(string conversationId, long after, int max, CancellationToken cancellationToken)
    {
        ThrowWhen(ReadsFail);
        return Task.FromResult(Locked(() =>
        {
            var page = _logs[conversationId].Lines.Skip((int)after).Take(max).ToList();
            _reads++;
            Announce();
            return new ActivitySet(page, after + page.Count);
        }));
    }

    public IDisposable Listen(string conversationId, Action<Activity?> heard)
    {
        Locked(() => _logs[conversationId].Heard.Add(heard));
        return new Listening(() => Locked(() => _logs[conversationId].Heard.Remove(heard)));
    }

    private static void ThrowWhen(bool failing)
    {
        if (failing)
        {
            throw new InvalidOperationException("The store is in trouble at /var/secret.");
        }
    }

    private void Announce() => _awaited.FindAll(wait => wait.Count <= _reads).ForEach(wait => wait.Reached.TrySetResult());

    private PostedActivity Append(string conversationId, Activity activity)
    {
        if (activity.Type == ActivityTypes.Typing)
        {
            Ring(conversationId, activity);
            return new PostedActivity("");
        }

        var id = Locked(() => _logs[conversationId].Append(activity, time.GetUtcNow()));
        Ring(conversationId, null);
        return new PostedActivity(id);
    }

    private void Ring(string conversationId, Activity? passing)
    {
        if (WakesNobody)
        {
            return;
        }

        foreach (var heard in Locked(() => _logs[conversationId].Heard.ToList()))
        {
            heard(passing);
        }
    }

    private Log? Find(string conversationId) => _logs.GetValueOrDefault(conversationId);

    private T Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            return act();
        }
    }

    private void Locked(Action act) => Locked(() =>
    {
        act();
        return true;
    });

    private sealed class Log
    {
        public List<Activity> Lines { get; } = [];

        public List<Action<Activity?>> Heard { get; } = [];

        public string Append(Activity activity, DateTimeOffset now)
        {
            var key = activity.ChannelDataString("clientActivityID");
            if (key is not null && Lines.Find(line => line.ChannelDataString("clientActivityID") == key) is { } known)
            {
                return known.Id!;
            }

            activity.Id = $"line-{Lines.Count + 1}";
            activity.Timestamp ??= now;
            Lines.Add(activity);
            return activity.Id;
        }
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
