using System.Diagnostics;
using System.Diagnostics.Metrics;
using Warmline.Bot.Conversing;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Observing;

/// <summary>Notes what becomes of turns: in the log, on the meter, and as the trace that a turn's log lines belong to.</summary>
internal sealed class TurnDiary(IMeterFactory meters, RoomTimes rooms, TimeProvider time, ILogger<TurnRunner> log)
{
    private static readonly ActivitySource Traces = new("Warmline");
    private readonly Counter<long> _outcomes =
        meters.Create(RoomTimes.MeterName).CreateCounter<long>("warmline.turns", "{turn}", "Turns of the bot, by what became of them.");

    private readonly Histogram<double> _whole = meters.Create(RoomTimes.MeterName).CreateHistogram(
        "warmline.turn.duration", "s", "From the first unread line stored to the answer committed.", advice: RoomTimes.Buckets);

    public RoomTimes Rooms => rooms;

    /// <summary>Begins a turn's page: whatever is logged inside carries the conversation and the trace.</summary>
    public IDisposable? Open(string conversationId) => new Page(
        log.BeginScope(ConversationScope.Of(conversationId)), Traces.StartActivity("turn") ?? new Activity("turn").Start());

    public void Begun(TurnInput input)
    {
        if (Since(input) is { } waited)
        {
            rooms.Spent(Room.Wait, waited);
        }
    }

    public void Committed(TurnInput input, bool gaveUp)
    {
        Count(gaveUp ? "gave_up" : "committed");
        if (Since(input) is { } whole)
        {
            _whole.Record(whole.TotalSeconds);
        }
    }

    public void Stale(string conversationId, Owner owner)
    {
        Count("stale");
        ConversingLog.Stale(log, conversationId, owner);
    }

    public void Failed(TurnInput input, Exception error)
    {
        Count("failed");
        ConversingLog.TurnFailed(log, input.ConversationId, input.Failures + 1, error);
    }

    public void NotStored(string conversationId, Exception error)
    {
        Count("failed");
        ConversingLog.TurnNotStored(log, conversationId, error);
    }

    public void StateUnreadable(string conversationId) => ConversingLog.StateUnreadable(log, conversationId);

    private void Count(string outcome) => _outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    // Stamps may run a little ahead of the clock: never less than nothing.
    private TimeSpan? Since(TurnInput input) => input.Unread.Count == 0
        ? null
        : TimeSpan.FromTicks(Math.Max(0, (time.GetUtcNow().UtcDateTime - input.Unread[0].Stamp).Ticks));

    private sealed class Page(IDisposable? scope, Activity trace) : IDisposable
    {
        public void Dispose()
        {
            trace.Dispose();
            scope?.Dispose();
        }
    }
}
