using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Promises;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Desk;

/// <summary>Somebody who waits or is talked to.</summary>
internal sealed record DeskRow(QueueItem Item, string? CustomerName, bool Unread);

/// <summary>The left side of the desk.</summary>
internal sealed record DeskView(IReadOnlyList<DeskRow> Waiting, IReadOnlyList<DeskRow> Mine, IReadOnlyList<CallbackRequest> Callbacks, CallRecord CallRecord)
{
    public static readonly DeskView Empty = new([], [], [], new CallRecord(0, 0));
}

/// <summary>Reads the lists of the desk.</summary>
internal sealed class DeskLists(HandoffDatabase database, WaitingRoom room, CallDesk calls)
{
    public async Task<DeskView> ReadAsync(string agentId, CancellationToken cancellationToken)
    {
        var waiting = await room.WaitingAsync(cancellationToken);
        var mine = await room.OfAgentAsync(agentId, cancellationToken);
        var names = await NamesAsync([.. waiting.Concat(mine).Select(i => i.ConversationId)], cancellationToken);
        var last = await LastSaidAsync([.. mine.Select(i => i.ConversationId)], cancellationToken);
        return new DeskView(
            [.. waiting.Select(i => new DeskRow(i, names.GetValueOrDefault(i.ConversationId), false))],
            [.. mine.Select(i => new DeskRow(i, names.GetValueOrDefault(i.ConversationId), last.GetValueOrDefault(i.ConversationId) > i.SeenSeq))],
            await calls.ListAsync(cancellationToken),
            await calls.RecordAsync(cancellationToken));
    }

    /// <summary>The name a customer goes by in a conversation, if any.</summary>
    public async Task<string?> NameAsync(string conversationId, CancellationToken cancellationToken) =>
        (await NamesAsync([conversationId], cancellationToken)).GetValueOrDefault(conversationId);

    private async Task<Dictionary<string, string?>> NamesAsync(List<string> ids, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<Conversation>().Where(c => ids.Contains(c.Id))
            .Join(db.Set<Customer>(), c => c.CustomerId, c => c.Id, (conversation, customer) => new { conversation.Id, customer.Name })
            .ToDictionaryAsync(c => c.Id, c => c.Name, StringComparer.Ordinal, cancellationToken);
    }

    private async Task<Dictionary<string, long>> LastSaidAsync(List<string> ids, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<LogLine>()
            .Where(l => ids.Contains(l.ConversationId) && l.Role == AuthorRole.Customer && l.Kind == LineKind.Said)
            .GroupBy(l => l.ConversationId).Select(g => new { g.Key, Last = g.Max(l => l.Seq) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal, cancellationToken);
    }
}
