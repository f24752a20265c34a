using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tasks;

/// <summary>Does due tasks one after the other and tells their end to the conversation, where the bot (or the agent) reads it.</summary>
internal sealed class TaskWorker(
    HandoffDatabase database, IEnumerable<ITaskHandler> handlers, ConversationBell bell, TimeProvider time, ILogger<TaskWorker> log)
{
    private const int MostAttempts = 60;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileAPersonHasIt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, ITaskHandler> _handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);

    /// <summary>Works off what is due now. True when there was something.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var task = await TakeAsync(cancellationToken);
        if (task is null)
        {
            return false;
        }

        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(Lease / 2);
            var result = await _handlers[task.Kind].DoAsync(task.Payload, $"{task.ConversationId}-{task.Seq}-{task.N}", timeout.Token);
            await EndAsync(task, succeeded: true, result, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            HandoffLog.TaskFailed(log, task.Kind, task.Attempts, error);
            await TryLaterAsync(task, cancellationToken);
        }

        return true;
    }

    private Task<OutsideTask?> TakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async db =>
        {
            var task = await db.Set<OutsideTask>().Where(t => t.DueAt != null && t.DueAt <= now).OrderBy(t => t.DueAt).FirstOrDefaultAsync();
            if (task is not null)
            {
                // The conversation's lock makes sure that two nodes don't take one task.
                var conversation = await Appending.LockAsync(db, task.ConversationId);
                await db.Entry(task).ReloadAsync();
                if (task.DueAt is null || task.DueAt > now)
                {
                    return null;
                }

                // The bot promised the answer; while a person has the conversation it could not give it.
                if (conversation!.Owner == Owner.Agent)
                {
                    task.TryAgain(now + WhileAPersonHasIt);
                    return null;
                }

                task.Take(now, Lease);
            }

            return task;
        }, cancellationToken);
    }

    private Task TryLaterAsync(OutsideTask task, CancellationToken cancellationToken)
    {
        if (task.Attempts >= MostAttempts)
        {
            return EndAsync(task, succeeded: false, null, cancellationToken);
        }

        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, task.Attempts), LongestPause.TotalSeconds));
        return database.WriteAsync(async db =>
        {
            (await FindAsync(db, task))?.TryAgain(time.GetUtcNow().UtcDateTime + pause);
            return true;
        }, cancellationToken);
    }

    private async Task EndAsync(OutsideTask task, bool succeeded, string? result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, task.ConversationId);
            if (await FindAsync(db, task) is not { IsOver: false } stored)
            {
                return true;
            }

            // A person took over while it was being done: the end is for the bot to tell. Asked once more, the same key brings the same.
            if (conversation!.Owner == Owner.Agent)
            {
                stored.TryAgain(now + WhileAPersonHasIt);
                return true;
            }

            stored.End(succeeded, result);
            var told = await Appending.AppendAsync(
                db, conversation, Author.System(conversation.Epoch), [new NewLine(LineKind.Event, "") { SystemKey = $"task.{task.Kind}" }], now);
            stored.ToldSeq = told![0].Seq;
            BotReading.Wake(db, conversation, told[0], now);
            return true;
        }, cancellationToken);
        bell.Ring(task.ConversationId);
        bell.Ring(ConversationBell.BotDue);
    }

    // Null: another worker ended it, and the bot has told it already.
    private static async Task<OutsideTask?> FindAsync(HandoffDb db, OutsideTask task) =>
        await db.Set<OutsideTask>().SingleOrDefaultAsync(t => t.ConversationId == task.ConversationId && t.Seq == task.Seq && t.N == task.N);
}
