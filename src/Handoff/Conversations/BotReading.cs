using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Conversations;

/// <summary>The bot's cursor: when it has something to read, and where it goes on after a person had the conversation.</summary>
internal static class BotReading
{
    private const int Context = 60;
    private const int MostUnread = 50;

    /// <summary>Lines the bot answers to: the customer's, and the ends of tasks it asked for.</summary>
    public static IQueryable<LogLine> UnreadAfter(HandoffDb db, string conversationId, long cursor) =>
        db.Set<LogLine>().Where(l => l.ConversationId == conversationId && l.Seq > cursor
            && (l.Role == AuthorRole.Customer || (l.Kind == LineKind.Event && l.SystemKey != null && l.SystemKey.StartsWith("task."))));

    /// <summary>What is unread (at most fifty lines), and the customer's part of the sixty lines before it.</summary>
    public static async Task<List<Line>> AroundAsync(HandoffDb db, string conversationId, long cursor, CancellationToken cancellationToken)
    {
        var lines = await UnreadAfter(db, conversationId, cursor - Context).AsNoTracking()
            .OrderBy(l => l.Seq).Take(Context + MostUnread).ToListAsync(cancellationToken);
        var unread = lines.FindIndex(l => l.Seq > cursor);
        return lines.ConvertAll(l => l.ToLine())[..(unread < 0 ? lines.Count : Math.Min(lines.Count, unread + MostUnread))];
    }

    /// <summary>Whether something came after the lines a turn answers.</summary>
    public static async Task<bool> IsMoreAsync(HandoffDb db, Conversation conversation, long cursor) =>
        conversation.LastSeq > cursor && await UnreadAfter(db, conversation.Id, cursor).AnyAsync();

    /// <summary>Moves the cursor if it is still where the turn found it. False: another turn was faster.</summary>
    public static async Task<bool> MoveOnAsync(HandoffDb db, string conversationId, long from, long to, DateTime? dueAt) =>
        await db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversationId && r.Cursor == from)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.Cursor, to)
                .SetProperty(r => r.DueAt, dueAt)
                .SetProperty(r => r.LeasedUntil, (DateTime?)null)
                .SetProperty(r => r.Failures, 0)) == 1;

    /// <summary>Makes the bot due, if it may speak at all; a lane of this process, if there is one, has it at once.</summary>
    public static async Task WakeAsync(HandoffDb db, Conversation conversation, DateTime now)
    {
        if (conversation.Owner is not (Owner.Bot or Owner.Queue))
        {
            return;
        }

        var lease = db.After.LeaseFor(ReaderKind.Bot, now);
        var woke = await db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversation.Id && r.DueAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, now).SetProperty(r => r.LeasedUntil, lease));
        if (woke == 1)
        {
            Tell(db, conversation.Id, lease);
        }
    }

    /// <summary>The bot greets in a conversation that begins.</summary>
    public static void Begin(HandoffDb db, string conversationId, DateTime now)
    {
        var lease = db.After.LeaseFor(ReaderKind.Bot, now);
        db.Add(new Reader { Kind = ReaderKind.Bot, ConversationId = conversationId, DueAt = now, LeasedUntil = lease });
        Tell(db, conversationId, lease);
    }

    /// <summary>A person has the conversation: the bot stops where it is.</summary>
    public static Task StopAsync(HandoffDb db, string conversationId) =>
        db.Set<Reader>().Where(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, (DateTime?)null).SetProperty(r => r.LeasedUntil, (DateTime?)null));

    /// <summary>The bot goes on after the last line the person had seen; whatever came later is its to answer.</summary>
    public static async Task GoOnAfterAsync(HandoffDb db, Conversation conversation, long seenSeq, DateTime now)
    {
        var reader = await db.Set<Reader>().SingleAsync(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversation.Id);
        // Never back over what the bot has answered itself: the person may have seen nothing yet.
        var from = Math.Max(reader.Cursor, seenSeq);
        var unread = await UnreadAfter(db, conversation.Id, from).AnyAsync();
        reader.MoveTo(from, unread ? now : null);
    }

    private static void Tell(HandoffDb db, string conversationId, DateTime? lease)
    {
        if (lease is { } until)
        {
            db.After.Hand(new LeasedReader(ReaderKind.Bot, conversationId, until));
        }
        else
        {
            db.After.Ring(ConversationBell.BotDue);
        }
    }
}
