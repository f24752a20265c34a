using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Promises;
using Warmline.Handoff.Queue;

namespace Warmline.Torture.Judging;

/// <summary>A conversation with everything that hangs on it, as one moment of the database shows it.</summary>
internal sealed record StoredConversation(
    Conversation Conversation, IReadOnlyList<LogLine> Lines, Reader Reader, IReadOnlyList<QueueItem> OpenItems, IReadOnlyList<string> Callbacks)
{
    public static async Task<StoredConversation> ReadAsync(HandoffDb db, string id) => new(
        await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == id),
        await db.Set<LogLine>().AsNoTracking().Where(line => line.ConversationId == id).OrderBy(line => line.Seq).ToListAsync(),
        await db.Set<Reader>().AsNoTracking().SingleAsync(reader => reader.Kind == ReaderKind.Bot && reader.ConversationId == id),
        await db.Set<QueueItem>().AsNoTracking().Where(item => item.ConversationId == id && item.State != QueueState.Closed).ToListAsync(),
        await db.Set<CallbackRequest>().Where(callback => callback.ConversationId == id).Select(callback => callback.Reference).ToListAsync());
}
