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
        Interlocked.Increment(ref _open);
        return new Following(this, conversationId, heard);
    }

    /// <summary>The log was read for a client; the bell may have rung for nothing.</summary>
    public void Read(string conversationId, bool anything)
    {
        if (_rung.TryRemove(conversationId, out var rung) && anything)
        {
            _rooms.Spent(Room.Deliver, _time.GetElapsedTime(rung));
        }
    }

    private sealed class Following : IDisposable
    {
        private readonly OpenStreams _all;
        private readonly string _conversationId;
        private readonly Action<Ring> _heard;
        private IDisposable? _listening;

        public Following(OpenStreams all, string conversationId, Action<Ring> heard)
        {
            (_all, _conversationId, _heard) = (all, conversationId, heard);
            _listening = all._bell.Listen(conversationId, Hear);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _listening, null) is { } listening)
            {
                listening.Dispose();
                _all._rung.TryRemove(_conversationId, out _);
                Interlocked.Decrement(ref _all._open);
            }
        }

        private void Hear(Ring ring)
        {
            if (ring.Typing is null)
            {
                _all._rung.TryAdd(_conversationId, _all._time.GetTimestamp());
            }

            _heard(ring);
        }
    }
}
