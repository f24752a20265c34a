using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Delivery;

/// <summary>The sender's cursor: what the house said and the channel has not got yet.</summary>
internal static class SenderReading
{
    /// <summary>Lines with words, by anybody but the customer.</summary>
    public static Task<LogLine?> NextAfterAsync(HandoffDb db, string conversationId, long cursor) =>
        db.Set<LogLine>().AsNoTracking()
            .Where(l => l.ConversationId == conversationId && l.Seq > cursor && l.Role != AuthorRole.Customer && l.Kind != LineKind.Event)
            .OrderBy(l => l.Seq).FirstOrDefaultAsync();

    /// <summary>Makes the sender due, unless it is at work or waits for a better moment.</summary>
    public static Task WakeAsync(HandoffDb db, string conversationId, DateTime now) =>
        db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Sender && r.ConversationId == conversationId && r.DueAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, now));
}
