using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Warmline.Bot.Observing;

/// <summary>The open sockets of customers: how many, and how long a line takes from the bell to them.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<string, long> _rung = new(StringComparer.Ordinal);
    private readonly RoomTimes _rooms;
    private readonly TimeProvider _time;
    private int _open;

    public OpenStreams(IMeterFactory meters, RoomTimes rooms, TimeProvider time)
    {
        (_rooms, _time) = (rooms, time);
        meters.Create(RoomTimes.MeterName).CreateObservableUpDownCounter("warmline.sockets.open", () => _open, "{socket}", "Open Direct Line sockets.");
    }

    /// <summary>A socket follows the conversation until this is disposed.</summary>
    public IDisposable Follow(string conversationId, IDisposable listening)
    {
        Interlocked.Increment(ref _open);
        return new Following(() =>
        {
            listening.Dispose();
            _rung.TryRemove(conversationId, out _);
            Interlocked.Decrement(ref _open);
        });
    }

    /// <summary>The bell says there are new lines.</summary>
    public void Rung(string conversationId) => _rung.TryAdd(conversationId, _time.GetTimestamp());

    /// <summary>New lines were read for a client.</summary>
    public void Delivered(string conversationId)
    {
        if (_rung.TryRemove(conversationId, out var rung))
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
