using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Queue;

/// <summary>What the clock does: tells those whom nobody took the truth, and takes chats back from agents who are gone.</summary>
internal sealed class QueueWatch(
    HandoffDatabase database, ConversationBell bell, ClockSteps steps, IOptions<HandoffOptions> options, TimeProvider time, ILogger<QueueWatch> log)
{
    private const int MostAtOnce = 100;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var item in await UnansweredAsync(now, cancellationToken))
        {
            await TryChangeAsync(item, TellUnansweredAsync, now, cancellationToken);
        }

        if (!steps.IsPresenceKnown())
        {
            return;
        }

        foreach (var item in await LeftAloneAsync(now, cancellationToken))
        {
            HandoffLog.AgentGone(log, item.AgentId!);
            await TryChangeAsync(item, RequeueAsync, now, cancellationToken);
        }
    }

    /// <summary>Takes every chat of an agent back to the queue: the account was deactivated.</summary>
    public async Task TakeAllFromAsync(string agentId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.Open();
        foreach (var item in await db.Set<QueueItem>().AsNoTracking()
            .Where(i => i.State == QueueState.Active && i.AgentId == agentId).ToListAsync(cancellationToken))
        {
            await ChangeAsync(item, RequeueAsync, now, cancellationToken);
        }
    }

    private async Task<List<QueueItem>> UnansweredAsync(DateTime now, CancellationToken cancellationToken)
    {
        var since = now - options.Value.TellUnansweredAfter;
        await using var db = database.Open();
        return await db.Set<QueueItem>().AsNoTracking()
            .Where(i => i.State == QueueState.Requested && i.ToldUnansweredAt == null && i.RequestedAt <= since)
            .OrderBy(i => i.RequestedAt).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    // The agent's desk is gone, and of customer and agent the customer spoke last: what bot and house said meanwhile is no answer.
    private async Task<List<QueueItem>> LeftAloneAsync(DateTime now, CancellationToken cancellationToken)
    {
        var since = now - options.Value.AgentGoneAfter;
        await using var db = database.Open();
        return await db.Set<QueueItem>().AsNoTracking()
            .Where(i => i.State == QueueState.Active
                && !db.Set<AgentPresence>().Any(p => p.AgentId == i.AgentId && p.SeenAt > since)
                && db.Set<LogLine>().Where(l => l.ConversationId == i.ConversationId && (l.Role == AuthorRole.Customer || l.Role == AuthorRole.Agent) && l.Kind == LineKind.Said)
                    .OrderByDescending(l => l.Seq).Select(l => l.Role == AuthorRole.Customer && l.Stamp <= since).FirstOrDefault())
            .OrderBy(i => i.AcceptedAt).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    // One item that can't be changed keeps nobody else waiting.
    private async Task TryChangeAsync(
        QueueItem seen, Func<HandoffDb, Conversation, QueueItem, DateTime, Task> change, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync(seen, change, now, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            HandoffLog.LoopFailed(log, nameof(QueueWatch), error);
        }
    }

    private async Task ChangeAsync(
        QueueItem seen, Func<HandoffDb, Conversation, QueueItem, DateTime, Task> change, DateTime now, CancellationToken cancellationToken)
    {
        await database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, seen.ConversationId);
            var item = await db.Set<QueueItem>().SingleAsync(i => i.Id == seen.Id);
            if (conversation is not null && item.State == seen.State && item.AgentId == seen.AgentId)
            {
                await change(db, conversation, item, now);
            }

            return true;
        }, cancellationToken);
        bell.Ring(seen.ConversationId);
        bell.Ring(ConversationBell.Queue);
        bell.Ring(ConversationBell.BotDue);
    }

    private static async Task TellUnansweredAsync(HandoffDb db, Conversation conversation, QueueItem item, DateTime now)
    {
        item.ToldUnansweredAt = now;
        await SystemLines.AppendAsync(db, conversation, now, "queue.unanswered");
    }

    private static async Task RequeueAsync(HandoffDb db, Conversation conversation, QueueItem item, DateTime now)
    {
        var name = item.AgentName!;
        item.Requeue(now);
        conversation.GiveToQueue();
        await SystemLines.AppendAsync(db, conversation, now, "agent.gone", name);
        await BotReading.GoOnAfterAsync(db, conversation, item.SeenSeq, now);
    }
}
