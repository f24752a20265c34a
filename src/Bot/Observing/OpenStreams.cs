using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Observing;

/// <summary>The open sockets of customers: how many, and how long a line takes from the bell to them.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<string, long> _rung = new(StringComparer.Ordinal);
    private readonly ConversationBell _bell;
    private readonly RoomTimes _rooms;
    private readonly TimeProvider _time;
    private int _open;

    public OpenStreams(ConversationBell bell, IMeterFactory meters, RoomTimes rooms, TimeProvider time)
    {
        (_bell, _rooms, _time) = (bell, rooms, time);
        meters.Create(RoomTimes.MeterName).CreateObservableUpDownCounter("warmline.sockets.open", () => _open, "{socket}", "Open Direct Line sockets.");
    }

    /// <summary>A socket follows the conversation until this is disposed.</summary>
    public IDisposable Listen(string conversationId, Action<Ring> heard)
    {
        var listening = _bell.Listen(conversationId, ring =>
        {
            if (ring.Typing is null)
            {
                _rung.TryAdd(conversationId, _time.GetTimestamp());
            }

            heard(ring);
        });
        Interlocked.Increment(ref _open);
        return new Following(() =>
        {
            listening.Dispose();
            _rung.TryRemove(conversationId, out _);
            Interlocked.Decrement(ref _open);
        });
    }

    /// <summary>The log was read for a client; the bell may have rung for nothing.</summary>
    public void Read(string conversationId, bool anything)
    {
        if (_rung.TryRemove(conversationId, out var rung) && anything)
        {
            _rooms.Spent(Room.Deliver, _time.GetElapsedTime(rung));
        }
    }

    private sealed class Following(Action stop) : IDisposable
    {
        private Action? _stop = stop;

        public void Dispose() => Interlocked.Exchange(ref _stop, null)?.Invoke();
    }
}
