using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using static Warmline.Handoff.Promises.CallbackState;

namespace Warmline.Handoff.Promises;

/// <summary>Promises of the last days: kept in time, or broken.</summary>
internal sealed record CallRecord(int Kept, int Broken);

/// <summary>What agents do with promised calls.</summary>
internal sealed class CallDesk(HandoffDatabase database, CallbackChanges changes, CallCalendar calendar, TimeProvider time)
{
    public static readonly TimeSpan RecordCovers = TimeSpan.FromDays(30);
    private const int MostListed = 200;
    private const int MostOffered = 12;

    /// <summary>Calls still owed: those that were missed first, then by time.</summary>
    public async Task<IReadOnlyList<CallbackRequest>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<CallbackRequest>().AsNoTracking().Where(c => CallbackRequest.Open.Contains(c.State))
            .OrderBy(c => c.State == Missed ? 0 : 1).ThenBy(c => c.At).Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>How many promises of the last thirty days were kept, and how many broken.</summary>
    public async Task<CallRecord> RecordAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow().UtcDateTime - RecordCovers;
        await using var db = database.Open();
        return new CallRecord(
            await db.Set<CallbackRequest>().CountAsync(c => c.KeptAt >= since, cancellationToken),
            await db.Set<CallbackRequest>().CountAsync(c => c.BrokenAt >= since, cancellationToken));
    }

    /// <summary>The nearest free slots, for an agent who moves a call.</summary>
    public async Task<IReadOnlyList<DateTime>> FreeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.Open();
        var free = await FreeSlots.ReadAsync(db, calendar, now, calendar.Horizon(now), cancellationToken);
        return [.. free.Take(MostOffered).Select(slot => slot.Start)];
    }

    /// <summary>The moment where the customer is.</summary>
    public DateTimeOffset CustomerTime(CallbackRequest callback) => calendar.Local(callback.At, callback.Zone);

    /// <summary>True for the one agent who has the call now.</summary>
    public Task<bool> ClaimAsync(Agent agent, string reference, CancellationToken cancellationToken) =>
        ChangeAsync(reference, nameof(CallbackRequest.Claim), null, (_, _, callback, now) =>
        {
            callback.Claim(agent.Id, agent.Name, now);
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>The agent won't call after all.</summary>
    public Task<bool> LetGoAsync(Agent agent, string reference, CancellationToken cancellationToken) =>
        ChangeAsync(reference, nameof(CallbackRequest.Release), agent, (_, _, callback, _) =>
        {
            callback.Release();
            return Task.FromResult(true);
        }, cancellationToken);

    /// <summary>What came of the call. False when it is not this agent's.</summary>
    public Task<bool> EndAsync(Agent agent, string reference, CallResult result, string? note, CancellationToken cancellationToken) =>
        ChangeAsync(reference, nameof(CallbackRequest.Reach), agent, async (db, conversation, callback, now) =>
        {
            await (result switch
            {
                CallResult.Reached => ReachedAsync(callback, note, now),
                CallResult.NoAnswer => NoAnswerAsync(db, conversation, callback, note, now),
                CallResult.WrongNumber => WrongAsync(db, conversation, callback, note, now),
                _ => throw new InvalidOperationException($"Unknown result {result}."),
            });
            return true;
        }, cancellationToken);

    /// <summary>Another time. False when the slot is full, or another agent is calling.</summary>
    public Task<bool> MoveAsync(Agent agent, string reference, DateTime at, CancellationToken cancellationToken) =>
        changes.MakeAsync(reference, false, async (db, conversation, callback) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var isSlot = calendar.Slots(at, at.AddTicks(1)).Any() && at > now;
            if (!isSlot || !(callback.May(nameof(CallbackRequest.MoveTo)) || IsOf(callback, agent))
                || await CallPlace.FindAsync(db, at, calendar.Terms.CallsPerSlot, reference) is not { } place)
            {
                return false;
            }

            if (callback.State == Claimed)
            {
                callback.Release();
            }

            callback.MoveTo(at, calendar.Terms.SlotLength, null);
            await CallbackMoves.MovedAsync(db, conversation, callback, place, calendar, now);
            return true;
        }, cancellationToken);

    private static Task ReachedAsync(CallbackRequest callback, string? note, DateTime now)
    {
        callback.Reach(note, now);
        return Task.CompletedTask;
    }

    private async Task NoAnswerAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, string? note, DateTime now)
    {
        var tries = callback.Tries + 1;
        var from = now + FreeSlots.PauseAfter(calendar.Terms, tries);
        var next = tries >= calendar.Terms.MostTries ? [] : await FreeSlots.ReadAsync(db, calendar, from, calendar.Horizon(now), CancellationToken.None);
        callback.NotAnswered(next.Count > 0 ? next[0].Start : null, calendar.Terms.SlotLength, note, now);
        if (callback.State == NoAnswer)
        {
            await CallPlace.FreeAsync(db, callback.Reference);
            await CallLines.TellAsync(db, conversation, callback, calendar, "callback.no_answer", now);
            return;
        }

        var place = await CallPlace.FindAsync(db, callback.At, calendar.Terms.CallsPerSlot, callback.Reference) ?? CallPlace.TakenMeanwhile;
        await CallPlace.TakeAsync(db, callback.At, place, callback.Reference);
        await CallLines.TellWithFileAsync(db, conversation, callback, calendar, "callback.again", now);
    }

    private async Task WrongAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, string? note, DateTime now)
    {
        callback.Wrong(note, now);
        await CallPlace.FreeAsync(db, callback.Reference);
        await CallLines.TellAsync(db, conversation, callback, calendar, "callback.wrong_number", now);
    }

    private Task<bool> ChangeAsync(
        string reference, string verb, Agent? of, Func<HandoffDb, Conversation, CallbackRequest, DateTime, Task<bool>> change, CancellationToken cancellationToken) =>
        changes.MakeAsync(reference, false, async (db, conversation, callback) =>
            callback.May(verb) && (of is null || IsOf(callback, of)) && await change(db, conversation, callback, time.GetUtcNow().UtcDateTime), cancellationToken);

    private static bool IsOf(CallbackRequest callback, Agent agent) => callback.State == Claimed && callback.AgentId == agent.Id;
}
