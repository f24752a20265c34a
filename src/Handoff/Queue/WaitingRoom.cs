using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Delivery;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Queue;

/// <summary>What the desk sees: who waits, who is talked to, one conversation whole.</summary>
internal sealed class WaitingRoom(HandoffDatabase database, ConversationBell bell, TimeProvider time)
{
    private const int MostListed = 200;

    /// <summary>Those who wait, in the order of the queue.</summary>
    public async Task<IReadOnlyList<QueueItem>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<QueueItem>().AsNoTracking()
            .Where(i => i.State == QueueState.Requested).OrderBy(i => i.EffectiveArrival).Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>The conversations an agent has.</summary>
    public async Task<IReadOnlyList<QueueItem>> OfAgentAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<QueueItem>().AsNoTracking()
            .Where(i => i.State == QueueState.Active && i.AgentId == agentId).OrderBy(i => i.AcceptedAt).Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// One conversation for an agent: who owns it under which epoch, what is known, its latest handoff. Null when there is none.
    /// </summary>
    public async Task<ConversationView?> ViewAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == conversationId, cancellationToken);
        return conversation is null ? null : new ConversationView(
            conversation,
            await db.Set<QueueItem>().AsNoTracking().Where(i => i.ConversationId == conversationId)
                .OrderByDescending(i => i.RequestedAt).FirstOrDefaultAsync(cancellationToken),
            await db.Set<FactRecord>().AsNoTracking().Where(f => f.ConversationId == conversationId).OrderBy(f => f.Seq).ToListAsync(cancellationToken),
            await db.Set<LogLine>().CountAsync(l => l.ConversationId == conversationId && l.Kind == LineKind.Said, cancellationToken),
            conversation.IsPushed ? await DeliveryRecord.TroubledAsync(db, conversationId, cancellationToken) : DeliveryRecord.NoTrouble);
    }

    /// <summary>What was decided in a conversation after a line, and why.</summary>
    public async Task<IReadOnlyList<Decision>> DecisionsAsync(string conversationId, long afterSeq, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await DecisionRecord.AfterAsync(db, conversationId, afterSeq, cancellationToken);
    }

    /// <summary>A visible page of somebody on duty shows these: from now on it is true that the team knows, and the customers are told once.</summary>
    public async Task AcknowledgeAsync(IReadOnlyList<string> itemIds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var told = await database.WriteAsync(db => AcknowledgeAsync(db, itemIds, now), cancellationToken);
        told.ForEach(id => bell.Ring(id));
    }

    private static async Task<List<string>> AcknowledgeAsync(HandoffDb db, IReadOnlyList<string> itemIds, DateTime now)
    {
        var told = new List<string>();
        foreach (var waiting in await db.Set<QueueItem>().AsNoTracking()
            .Where(i => itemIds.Contains(i.Id) && i.State == QueueState.Requested && i.AnnouncedAt == null).OrderBy(i => i.ConversationId).ToListAsync())
        {
            var conversation = await Appending.LockAsync(db, waiting.ConversationId);
            var item = await db.Set<QueueItem>().SingleAsync(i => i.Id == waiting.Id);
            if (item.State == QueueState.Requested && item.Announce(now))
            {
                await SystemLines.AppendAsync(db, conversation!, now, "queue.announced");
                told.Add(item.ConversationId);
            }
        }

        return told;
    }
}

/// <summary>A conversation as the desk shows it.</summary>
/// <param name="Conversation">Its owner, epoch and end.</param>
/// <param name="Item">Its latest handoff.</param>
/// <param name="Facts">What is known of the customer's matter.</param>
/// <param name="SaidCount">How many lines were said.</param>
/// <param name="Troubled">Lines that did not, or perhaps did not, reach the customer, by their number in the log.</param>
internal sealed record ConversationView(
    Conversation Conversation, QueueItem? Item, IReadOnlyList<FactRecord> Facts, int SaidCount, IReadOnlyDictionary<long, DeliveryState> Troubled);
