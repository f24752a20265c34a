using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Conversations;

/// <summary>The bot's cursor: when it has something to read, and where it goes on after a person had the conversation.</summary>
internal static class BotReading
{
    private const int Context = 60;
    private const int MostUnread = 50;

    private const string Cursor = """(SELECT r."Cursor" FROM "reader" r WHERE r."Kind" = 'Bot' AND r."ConversationId" = @id)""";

    /// <summary>
    /// What a turn reads: lines it answers to, and those of the customer shortly before, of which the words are enough unless there
    /// are files beside them.
    /// </summary>
    public static readonly Statement Lines = new(dialect => $"""
        SELECT {LogLine.Columns.Replace("\"Activity\"", $"""CASE WHEN "Seq" > {Cursor} OR "Activity" LIKE '%"attachments":%' THEN "Activity" END""", StringComparison.Ordinal)}
        FROM "line" WHERE "ConversationId" = @id AND "Seq" > {Cursor} - {Context}
        AND ("Role" = 'Customer' OR ("Kind" = 'Event' AND "SystemKey" LIKE 'task.%'))
        ORDER BY "Seq"{dialect.First(Context + MostUnread)}
        """);

    /// <summary>Lines the bot answers to: the customer's, and the ends of tasks it asked for.</summary>
    public static IQueryable<LogLine> UnreadAfter(HandoffDb db, string conversationId, long cursor) =>
        db.Set<LogLine>().Where(l => l.ConversationId == conversationId && l.Seq > cursor
            && (l.Role == AuthorRole.Customer || (l.Kind == LineKind.Event && l.SystemKey != null && l.SystemKey.StartsWith("task."))));

    /// <summary>What is unread (at most fifty lines), and the customer's part of the sixty lines before it.</summary>
    public static List<Line> Around(List<Line> read, long cursor)
    {
        var unread = read.FindIndex(l => l.Seq > cursor);
        return read[..(unread < 0 ? read.Count : Math.Min(read.Count, unread + MostUnread))];
    }

    /// <summary>What <see cref="Lines"/> would read of these lines when all of them are answered.</summary>
    public static List<Line> Earlier(List<Line> read, long cursor) => read.FindAll(l => l.Seq > cursor - Context)
        .ConvertAll(l => l.Activity is null || l.Activity.Contains("\"attachments\":", StringComparison.Ordinal) ? l : l with { Activity = null });

    /// <summary>Whether something came after the lines a turn answers.</summary>
    public static async Task<bool> IsMoreAsync(HandoffDb db, Conversation conversation, long cursor) =>
        conversation.LastSeq > cursor && await UnreadAfter(db, conversation.Id, cursor).AnyAsync();

    /// <summary>Makes the bot due, if it may speak at all; a lane of this process, if there is one, has it at once.</summary>
    public static void Wake(HandoffDb db, Conversation conversation, LogLine line, DateTime now)
    {
        if (conversation is { Owner: Owner.Bot or Owner.Queue, Bot: { DueAt: null } bot })
        {
            bot.DueAt = now;
            bot.LeasedUntil = db.After.LeaseFor(ReaderKind.Bot, now);
            Tell(db, conversation.Id, bot.LeasedUntil, new WokenBot(conversation, line));
        }
        else
        {
            // There is more to read than what was handed over.
            db.After.Forget(conversation.Id);
        }
    }

    /// <summary>The bot greets in a conversation that begins.</summary>
    public static Reader Begin(HandoffDb db, string conversationId, DateTime now)
    {
        var lease = db.After.LeaseFor(ReaderKind.Bot, now);
        Tell(db, conversationId, lease, null);
        return new Reader { Kind = ReaderKind.Bot, ConversationId = conversationId, DueAt = now, LeasedUntil = lease };
    }

    /// <summary>A person has the conversation: the bot stops where it is.</summary>
    public static void Stop(Conversation conversation) => (conversation.Bot.DueAt, conversation.Bot.LeasedUntil) = (null, null);

    /// <summary>The bot goes on after the last line the person had seen; whatever came later is its to answer.</summary>
    public static async Task GoOnAfterAsync(HandoffDb db, Conversation conversation, long seenSeq, DateTime now)
    {
        // Never back over what the bot has answered itself: the person may have seen nothing yet.
        var from = Math.Max(conversation.Bot.Cursor, seenSeq);
        var unread = await UnreadAfter(db, conversation.Id, from).AnyAsync();
        conversation.Bot.MoveTo(from, unread ? now : null);
    }

    private static void Tell(HandoffDb db, string conversationId, DateTime? lease, WokenBot? woken)
    {
        if (lease is { } until)
        {
            db.After.Hand(new LeasedReader(ReaderKind.Bot, conversationId, until) { Woken = woken });
        }
        else
        {
            db.After.Ring(ConversationBell.BotDue);
        }
    }
}
