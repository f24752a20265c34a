using System.Globalization;
using BotFramework.Schema;

namespace BotFramework.DirectLine.Memory;

/// <summary>One conversation of the log in memory. Only its last few thousand lines are kept.</summary>
internal sealed class MemoryConversation(string id, DateTimeOffset now)
{
    private const int MostLines = 5000;
    private const int DroppedAtOnce = 1000;
    private readonly Lock _lock = new();
    private readonly Lock _turnLock = new();
    private readonly List<Activity> _lines = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private Action<Activity?>[] _listeners = [];
    private DateTimeOffset _lastStamp;
    private DateTimeOffset _lastUsed = now;
    private Task _turns = Task.CompletedTask;
    private long _dropped;

    internal int Listeners => _listeners.Length;

    internal bool IsIdleSince(DateTimeOffset then) => _listeners.Length == 0 && _lastUsed < then;

    /// <summary>False when the same line was there before.</summary>
    internal bool Append(Activity activity, DateTimeOffset now)
    {
        var key = activity.ChannelDataString("clientActivityID");
        lock (_lock)
        {
            _lastUsed = now;
            if (key is not null && _known.TryGetValue(key, out var known))
            {
                activity.Id = known;
                return false;
            }

            // Clients put lines in the order of their times, to the millisecond.
            var earliest = _lastStamp.AddMilliseconds(1);
            activity.Timestamp = _lastStamp = now > earliest ? now : earliest;
            activity.Id = string.Create(CultureInfo.InvariantCulture, $"{id}|{_dropped + _lines.Count + 1:D7}");
            _lines.Add(activity);
            if (key is not null)
            {
                _known.Add(key, activity.Id);
            }

            DropOldest();
        }

        Ring(null);
        return true;
    }

    internal ActivitySet Read(long after, int max, DateTimeOffset now)
    {
        lock (_lock)
        {
            _lastUsed = now;
            var from = (int)Math.Clamp(after - _dropped, 0, _lines.Count);
            var page = _lines.GetRange(from, Math.Min(max, _lines.Count - from));
            return new ActivitySet(page, page.Count == 0 ? after : _dropped + from + page.Count);
        }
    }

    internal void Ring(Activity? passing) => Array.ForEach(_listeners, heard => heard(passing));

    internal IDisposable Listen(Action<Activity?> heard)
    {
        Change(listeners => [.. listeners, heard]);
        return new Listening(() => Change(listeners => [.. listeners.Where(other => other != heard)]));
    }

    /// <summary>One turn after another.</summary>
    internal void Enqueue(Func<Task> turn)
    {
        lock (_turnLock)
        {
            _turns = _turns.IsCompleted ? turn() : AfterAsync(_turns, turn);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> turn)
    {
        await before;
        await turn();
    }

    private void DropOldest()
    {
        if (_lines.Count > MostLines)
        {
            foreach (var key in _lines.Take(DroppedAtOnce).Select(line => line.ChannelDataString("clientActivityID")).OfType<string>())
            {
                _known.Remove(key);
            }

            _lines.RemoveRange(0, DroppedAtOnce);
            _dropped += DroppedAtOnce;
        }
    }

    private void Change(Func<Action<Activity?>[], Action<Activity?>[]> change)
    {
        lock (_lock)
        {
            _listeners = change(_listeners);
        }
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
