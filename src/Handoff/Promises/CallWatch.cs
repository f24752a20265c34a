using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using static Warmline.Handoff.Promises.CallbackState;

namespace Warmline.Handoff.Promises;

/// <summary>What the clock does for promised calls: points at those that are due, takes them from agents who fell silent, and tells the truth about those that were missed.</summary>
internal sealed class CallWatch(
    HandoffDatabase database, CallbackChanges changes, CallCalendar calendar, TimeProvider time, ILogger<CallWatch> log)
{
    private const int MostAtOnce = 100;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (terms, silent) = (calendar.Terms, now - calendar.Terms.ClaimLasts);
        var (due, told) = (now + terms.RemindAgents, now + terms.RemindCustomer);
        await EachAsync(calls => calls.Where(c => c.State == Claimed && c.ClaimedAt <= silent), LapseAsync, now, cancellationToken);
        await EachAsync(calls => calls.Where(c => (c.State == Scheduled || c.State == Reminded) && c.Deadline <= now), MissAsync, now, cancellationToken);
        await EachAsync(calls => calls.Where(c => c.State == Scheduled && c.At <= due), PointAsync, now, cancellationToken);
        await EachAsync(
            calls => calls.Where(c => (c.State == Scheduled || c.State == Reminded) && c.WantsReminder && c.CustomerRemindedAt == null && c.At <= told),
            RemindAsync, now, cancellationToken);
    }

    private async Task EachAsync(
        Func<IQueryable<CallbackRequest>, IQueryable<CallbackRequest>> which,
        Func<HandoffDb, Conversation, CallbackRequest, DateTime, Task> change,
        DateTime now,
        CancellationToken cancellationToken)
    {
        foreach (var seen in await ReadAsync(which, cancellationToken))
        {
            try
            {
                await changes.MakeAsync(seen.Reference, false, async (db, conversation, callback) =>
                {
                    // Somebody was quicker: what was due is no longer.
                    if ((callback.State, callback.At, callback.AgentId) == (seen.State, seen.At, seen.AgentId))
                    {
                        await change(db, conversation, callback, now);
                    }

                    return true;
                }, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // One call that can't be changed keeps nobody else waiting.
                HandoffLog.LoopFailed(log, nameof(CallWatch), error);
            }
        }
    }

    private async Task<List<CallbackRequest>> ReadAsync(
        Func<IQueryable<CallbackRequest>, IQueryable<CallbackRequest>> which, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await which(db.Set<CallbackRequest>().AsNoTracking()).OrderBy(c => c.At).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    // Whether the customer was called nobody can say: that, and no more, is told.
    private async Task LapseAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, DateTime now)
    {
        callback.Release();
        if (callback.State == Reminded && callback.Deadline <= now)
        {
            callback.Miss(now);
            await CallLines.TellAsync(db, conversation, callback, calendar, "callback.lapsed", now);
        }
    }

    private Task MissAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, DateTime now)
    {
        callback.Miss(now);
        HandoffLog.CallMissed(log, callback.Reference);
        return CallLines.TellAsync(db, conversation, callback, calendar, "callback.missed", now);
    }

    private static Task PointAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, DateTime now)
    {
        callback.Remind();
        return Task.CompletedTask;
    }

    private Task RemindAsync(HandoffDb db, Conversation conversation, CallbackRequest callback, DateTime now)
    {
        callback.RemindCustomer(now);
        return CallLines.TellAsync(db, conversation, callback, calendar, "callback.reminder", now);
    }
}
