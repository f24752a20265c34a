using System.Collections.Concurrent;
using System.Collections.Immutable;
using Warmline.Handoff.Delivery;

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
/// never a line: <see cref="MissedRings"/> looks for all of them.
/// </summary>
public sealed class ConversationBell
{
    /// <summary>The topic of the queue as a whole: somebody waits, was taken, left.</summary>
    public const string Queue = "queue";

    /// <summary>The topic of lines the bot should read; the listener asks <see cref="DueReaders"/> which.</summary>
    public const string BotDue = "bot-due";

    /// <summary>The topic of lines to be sent to a channel; the listener asks <see cref="DueReaders"/> which.</summary>
    public const string SenderDue = "sender-due";

    /// <summary>The topic of tasks to be done outside a turn.</summary>
    public const string TaskDue = "task-due";

    private static readonly Ring News = new();

    private readonly ConcurrentDictionary<string, ImmutableList<Action<Ring>>> _listeners = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<ReaderKind, Action<LeasedReader>> _servers = new();

    /// <summary>Told of every ring of this process, to pass it on; quick, and never throws.</summary>
    internal Action<string, Ring>? PassOn { get; set; }

    /// <summary>Calls <paramref name="heard"/>, quickly and from any thread, for each ring of the topic (a conversation's id or a constant of this class).</summary>
    public IDisposable Listen(string topic, Action<Ring> heard)
    {
        _listeners.AddOrUpdate(topic, [heard], (_, others) => others.Add(heard));
        return new Listening(this, topic, heard);
    }

    /// <summary>
    /// From now on a reader of this kind that becomes due by a write of this process is leased by that write and given to
    /// <paramref name="take"/>, which is quick and never throws. The rest is found by looking (<see cref="DueReaders.ListAsync"/>).
    /// </summary>
    public IDisposable Serve(ReaderKind kind, Action<LeasedReader> take)
    {
        _servers[kind] = take;
        return new Serving(this, kind, take);
    }

    /// <summary>The topics that are followed in this process.</summary>
    internal IReadOnlyCollection<string> Followed => [.. _listeners.Keys];

    internal bool IsServed(ReaderKind kind) => _servers.ContainsKey(kind);

    internal void Hand(LeasedReader reader) => _servers.GetValueOrDefault(reader.Kind)?.Invoke(reader);

    /// <summary>Rings for everybody who listens to the topic, on every node.</summary>
    public void Ring(string topic, Ring? ring = null)
    {
        RingHere(topic, ring ?? News);
        PassOn?.Invoke(topic, ring ?? News);
    }

    /// <summary>Rings for those in this process: the ring came from another node.</summary>
    internal void RingHere(string topic, Ring ring)
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

    // Without closures: there is one for each open socket.
    private sealed class Listening(ConversationBell bell, string topic, Action<Ring> heard) : IDisposable
    {
        public void Dispose() => bell.Stop(topic, heard);
    }

    private sealed class Serving(ConversationBell bell, ReaderKind kind, Action<LeasedReader> take) : IDisposable
    {
        public void Dispose() => bell._servers.TryRemove(KeyValuePair.Create(kind, take));
    }
}

/// <summary>A reader that was leased by the write that made it due.</summary>
/// <param name="Kind">Which reader.</param>
/// <param name="ConversationId">Where.</param>
/// <param name="Until">When the lease ends.</param>
public sealed record LeasedReader(ReaderKind Kind, string ConversationId, DateTime Until)
{
    /// <summary>For a sender: the line that is noted as being sent already.</summary>
    public PushedLine? Line { get; init; }

    /// <summary>For the bot: what the line that made it due left there.</summary>
    internal WokenBot? Woken { get; init; }
}
