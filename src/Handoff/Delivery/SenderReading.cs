using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Delivery;

/// <summary>The sender's cursor: what the house said and the channel has not got yet.</summary>
internal static class SenderReading
{
    private static readonly Statement NextAfter = new(dialect => $"""
        SELECT {LogLine.Columns} FROM "line"
        WHERE "ConversationId" = @id AND "Seq" > @cursor AND "Role" <> 'Customer' AND "Kind" <> 'Event' ORDER BY "Seq"{dialect.First(1)}
        """);

    /// <summary>Lines with words, by anybody but the customer.</summary>
    public static async Task<LogLine?> NextAfterAsync(HandoffDb db, string conversationId, long cursor)
    {
        var round = db.NewRound();
        var next = round.Ask(NextAfter, LogLine.From, conversationId, cursor);
        await round.GoAsync();
        return next.Count > 0 ? next[0] : null;
    }

    /// <summary>
    /// Makes the sender due, unless it is at work or waits for a better moment. A sender of this process has the first of the new
    /// lines at once: it is noted as being sent with the very write that says it.
    /// </summary>
    public static void Wake(HandoffDb db, Conversation conversation, LogLine? first, DateTime now)
    {
        if (conversation.Sender is not { DueAt: null } sender)
        {
            return;
        }

        sender.DueAt = now;
        if (sender.LeasedUntil > now)
        {
            // Somebody holds the place without anything due: now it is due for them.
            return;
        }

        // A line that changes another one needs to know what the channel calls that.
        sender.LeasedUntil = first is { Target: null } ? db.After.LeaseFor(ReaderKind.Sender, now) : null;
        if (sender.LeasedUntil is { } until)
        {
            var record = DeliveryRecord.FirstTry(conversation.Id, first!.Seq, now);
            record.Add(db);
            db.After.Hand(new LeasedReader(ReaderKind.Sender, conversation.Id, until)
            {
                Line = new PushedLine(first.ToLine(), conversation.Reference!, conversation.Language, false, null, record.Tries),
            });
        }
        else
        {
            db.After.Ring(ConversationBell.SenderDue);
        }
    }
}
