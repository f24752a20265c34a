using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;
using Warmline.Handoff.Delivery;

namespace Warmline.Handoff.Conversations;

/// <summary>
/// The one place that appends to a log. The first statement takes the row lock, the numbers are given under it,
/// so that numbers have no gaps, lines are committed in their order, and an old epoch is refused before anything is written.
/// </summary>
internal static class Appending
{
    private static readonly Statement Twin = new($"""
        SELECT {LogLine.Columns} FROM "line" WHERE "ConversationId" = @id AND "DedupeKey" = @key
        """);

    /// <summary>Locks the conversation until the transaction ends. Null when there is no such conversation.</summary>
    public static async Task<Conversation?> LockAsync(HandoffDb db, string conversationId, Action<SqlRound>? also = null)
    {
        if (db.Locked.Find(c => c.Id == conversationId) is { } locked)
        {
            return locked;
        }

        var conversation = await Conversation.LockAsync(db, conversationId, also);
        if (conversation is not null)
        {
            db.Locked.Add(conversation);
        }

        return conversation;
    }

    /// <summary>The same for somebody who wants to append a line with this key.</summary>
    public static async Task<Conversation?> LockAsync(HandoffDb db, string conversationId, string? dedupeKey, Action<SqlRound>? also = null)
    {
        List<LogLine>? twins = null;
        var conversation = await LockAsync(db, conversationId, round =>
        {
            twins = dedupeKey is null ? null : round.Ask(Twin, LogLine.From, conversationId, dedupeKey);
            also?.Invoke(round);
        });
        if (conversation is not null && twins is not null)
        {
            conversation.Twins[dedupeKey!] = twins.FirstOrDefault();
        }

        return conversation;
    }

    /// <summary>Appends under the lock. Null when the author may not speak now.</summary>
    public static async Task<IReadOnlyList<LogLine>?> AppendAsync(
        HandoffDb db, Conversation conversation, Author author, IReadOnlyList<NewLine> lines, DateTime now)
    {
        if (!conversation.MayAppend(author))
        {
            return null;
        }

        var (stored, before) = (new List<LogLine>(lines.Count), conversation.LastSeq);
        foreach (var line in lines)
        {
            stored.Add(await FindTwinAsync(db, conversation, line.DedupeKey) ?? Add(db, conversation, author, line, now));
        }

        // What the customer wrote came in through the channel; the rest has to go out by it.
        if (conversation.IsPushed && author.Role != AuthorRole.Customer && conversation.LastSeq > before)
        {
            SenderReading.Wake(db, conversation, stored.Find(l => l.Seq > before && l.Kind != LineKind.Event), now);
        }

        return stored;
    }

    private static async Task<LogLine?> FindTwinAsync(HandoffDb db, Conversation conversation, string? dedupeKey)
    {
        if (dedupeKey is null)
        {
            return null;
        }

        if (conversation.Twins.TryGetValue(dedupeKey, out var known))
        {
            return known;
        }

        var round = db.NewRound();
        var twins = round.Ask(Twin, LogLine.From, conversation.Id, dedupeKey);
        await round.GoAsync();
        return twins.FirstOrDefault();
    }

    private static LogLine Add(HandoffDb db, Conversation conversation, Author author, NewLine line, DateTime now)
    {
        var earliest = conversation.LastStamp.AddMilliseconds(1);
        conversation.LastStamp = now > earliest ? now : earliest;
        conversation.LastSeq++;
        var stored = new LogLine
        {
            ConversationId = conversation.Id,
            Seq = conversation.LastSeq,
            Kind = line.Kind,
            Role = author.Role,
            AuthorId = author.Id,
            AuthorName = author.Name,
            Stamp = conversation.LastStamp,
            Text = line.Text,
            Activity = line.Activity,
            Target = line.Target,
            SystemKey = line.SystemKey,
            SystemArgs = line.SystemArgs,
            DedupeKey = line.DedupeKey,
        };
        db.Work.Add(LogLine.Insert, stored.Values);
        db.After.Appended(conversation.Id, author.Role);
        return stored;
    }
}
