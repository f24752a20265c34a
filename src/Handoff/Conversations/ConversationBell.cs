using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Warmline.Handoff.Conversations;

/// <summary>What a bell tells: there may be new lines, or something passing that is never stored.</summary>
/// <param name="Typing">Who is typing, when that is the news.</param>
public sealed record Ring(Typing? Typing = null);

/// <summary>Somebody is typing.</summary>
/// <param name="Role">Customer, bot or agent.</param>
/// <param name="Name">The name to show, when there is one.</param>
public sealed record Typing(AuthorRole Role, string? Name);

/// <summary>
/// Wakes those who follow a topic, in this process and (<see cref="HandoffOptions.Redis"/>) in the others. Losing a ring costs a poll,
/// never a line: listeners read again by themselves.
/// </summary>
public sealed class ConversationBell
{
    /// <summary>The topic of the queue as a whole: somebody waits, was taken, left.</summary>
    public const string Queue = "queue";

    /// <summary>The topic of lines the bot should read; the listener asks <see cref="DueReaders"/> which.</summary>
    public const string BotDue = "bot-due";

    /// <summary>The topic of new lines in whatever conversation; the listener asks <see cref="DueReaders"/> which concern it.</summary>
    public const string AnyLine = "any-line";

    /// <summary>The topic of tasks to be done outside a turn.</summary>
    public const string TaskDue = "task-due";

    private static readonly Ring News = new();

    private readonly ConcurrentDictionary<string, ImmutableList<Action<Ring>>> _listeners = new(StringComparer.Ordinal);

    /// <summary>Told of every ring of this process, to pass it on; quick, and never throws.</summary>
    internal Action<string, Ring>? PassOn { get; set; }

    /// <summary>Calls <paramref name="heard"/>, quickly and from any thread, for each ring of the topic (a conversation's id or a constant of this class).</summary>
    public IDisposable Listen(string topic, Action<Ring> heard)
    {
        _listeners.AddOrUpdate(topic, [heard], (_, others) => others.Add(heard));
        return new Listening(() => Stop(topic, heard));
    }

    /// <summary>Rings for everybody who listens to the topic, on every node.</summary>
    public void Ring(string topic, Ring? ring = null)
    {
        RingHere(topic, ring ?? News);
        PassOn?.Invoke(topic, ring ?? News);
    }

    /// <summary>Rings for those in this process: the ring came from another node.</summary>
    internal void RingHere(string topic, Ring ring)
    {
        Tell(topic, ring);
        if (ring.Typing is null && topic is not (Queue or BotDue or TaskDue))
        {
            Tell(AnyLine, ring);
        }
    }

    private void Tell(string topic, Ring ring)
    {
        foreach (var heard in _listeners.GetValueOrDefault(topic, []))
        {
            heard(ring);
        }
    }

    private void Stop(string topic, Action<Ring> heard)
    {
        var rest = _listeners.AddOrUpdate(topic, [], (_, listeners) => listeners.Remove(heard));
        if (rest.IsEmpty)
        {
            _listeners.TryRemove(KeyValuePair.Create(topic, rest));
        }
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
