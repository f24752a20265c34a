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

    /// <summary>
    /// Makes the sender due, unless it is at work or waits for a better moment. A sender of this process has the first of the new
    /// lines at once: it is noted as being sent with the very write that says it.
    /// </summary>
    public static async Task WakeAsync(HandoffDb db, string conversationId, LogLine? first, DateTime now)
    {
        var lease = first is null ? null : db.After.LeaseFor(ReaderKind.Sender, now);
        var woke = await db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Sender && r.ConversationId == conversationId && r.DueAt == null && (r.LeasedUntil == null || r.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, now).SetProperty(r => r.LeasedUntil, lease));
        if (woke == 1 && lease is { } until)
        {
            db.Add(DeliveryRecord.FirstTry(conversationId, first!.Seq, now));
            db.After.Hand(new LeasedReader(ReaderKind.Sender, conversationId, until, first.Seq));
        }
        else if (woke == 1)
        {
            db.After.Ring(ConversationBell.SenderDue);
        }
        else
        {
            // Somebody holds the place without anything due: then it is due for them.
            await db.Set<Reader>()
                .Where(r => r.Kind == ReaderKind.Sender && r.ConversationId == conversationId && r.DueAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, now));
        }
    }
}
