using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Delivery;

/// <summary>
/// The door of a sender: one line at a time per conversation, in order, each noted before it is sent.
/// Never lost, never reordered; doubled only where the channel's answer was lost, and then once.
/// </summary>
public sealed class PushedLines
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(1);
    private readonly HandoffDatabase _database;
    private readonly ConversationBell _bell;
    private readonly TimeProvider _time;

    internal PushedLines(HandoffDatabase database, ConversationBell bell, TimeProvider time) =>
        (_database, _bell, _time) = (database, bell, time);

    /// <summary>
    /// Keeps other senders away while an answer is prepared that will carry the lines itself. The moment it ends, for
    /// <see cref="TakeAsync"/>; null when somebody sends already.
    /// </summary>
    public Task<DateTime?> HoldAsync(string conversationId, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = Now();
        var until = now + duration;
        return _database.WriteAsync(async db =>
        {
            var (_, reader) = await LockAsync(db, conversationId);
            if (reader is null || reader.LeasedUntil > now)
            {
                return (DateTime?)null;
            }

            reader.LeasedUntil = until;
            return until;
        }, cancellationToken);
    }

    /// <summary>
    /// Takes the sender's place in a conversation, and the next line. Null: nothing is due, or somebody else sends;
    /// who holds the place gives <paramref name="heldUntil"/>.
    /// </summary>
    public Task<PushedLine?> TakeAsync(
        string conversationId, TimeSpan lease, DateTime? heldUntil, CancellationToken cancellationToken)
    {
        var now = Now();
        return _database.WriteAsync(async db =>
        {
            var (conversation, reader) = await LockAsync(db, conversationId);
            if (reader is null || (reader.LeasedUntil > now && reader.LeasedUntil != heldUntil))
            {
                return null;
            }

            reader.LeasedUntil = null;
            return reader.DueAt <= now ? await NextAsync(db, conversation!, reader, now, now + lease) : null;
        }, cancellationToken);
    }

    /// <summary>The line that was noted as being sent when it was said. Null when it came so late that somebody else may send it.</summary>
    public async Task<PushedLine?> ResumeAsync(LeasedReader reader, CancellationToken cancellationToken)
    {
        if (reader.Until <= Now())
        {
            return null;
        }

        await using var db = _database.Open();
        var found = await (
            from line in db.Set<LogLine>()
            join record in db.Set<DeliveryRecord>() on new { line.ConversationId, line.Seq } equals new { record.ConversationId, record.Seq }
            join address in db.Set<ChannelAddress>() on line.ConversationId equals address.ConversationId
            join conversation in db.Set<Conversation>() on line.ConversationId equals conversation.Id
            where line.ConversationId == reader.ConversationId && line.Seq == reader.Seq && record.Tries == 1
            select new { line, address.Reference, conversation.Language }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new PushedLine(
            found.line.ToLine(), found.Reference, found.Language, false, await TargetAsync(db, found.line), 1);
    }

    /// <summary>
    /// Notes what became of the line and gives the next one, in one transaction. Null: nothing more now.
    /// An answer that comes after another node took over changes nothing.
    /// </summary>
    public async Task<PushedLine?> SettleAsync(PushedLine line, DeliveryOutcome outcome, TimeSpan lease, CancellationToken cancellationToken)
    {
        var (now, id) = (Now(), line.Line.ConversationId);
        var (next, isBad) = await _database.WriteAsync(async db =>
        {
            var (conversation, reader) = await LockAsync(db, id);
            var record = await db.Set<DeliveryRecord>().SingleOrDefaultAsync(d => d.ConversationId == id && d.Seq == line.Line.Seq);
            if (reader is null || record is null || record.Tries != line.Try || record.State != DeliveryState.Sending)
            {
                return (null, false);
            }

            record.Take(outcome, now);
            var following = Follow(reader, record, outcome, now) ? await NextAsync(db, conversation!, reader, now, now + lease) : null;
            return (following, record.State is DeliveryState.Unconfirmed or DeliveryState.Undeliverable);
        }, cancellationToken);
        if (isBad)
        {
            _bell.Ring(id);
        }

        return next;
    }

    /// <summary>The process stops before it sent: the line was not handed over, whoever comes next need not wait.</summary>
    public Task GiveBackAsync(PushedLine line, CancellationToken cancellationToken) =>
        SettleAsync(line, new DeliveryOutcome.NotNow(TimeSpan.Zero), TimeSpan.Zero, cancellationToken);

    // True when the sender goes on at once, with the next line or with this one in another form.
    private static bool Follow(Reader reader, DeliveryRecord record, DeliveryOutcome outcome, DateTime now)
    {
        if (record.IsFinished)
        {
            reader.MoveTo(record.Seq, now);
            return true;
        }

        if (outcome is DeliveryOutcome.Refused)
        {
            return true;
        }

        var asked = (outcome as DeliveryOutcome.NotNow)?.RetryAfter;
        reader.Failures++;
        reader.LeasedUntil = null;
        reader.DueAt = now + (asked is null ? Pause(reader.Failures) : asked < LongestWish ? asked.Value : LongestWish);
        return false;
    }

    private static TimeSpan Pause(int failures) =>
        failures > 8 ? LongestPause : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures - 1), LongestPause.TotalSeconds));

    private static async Task<(Conversation? Conversation, Reader? Reader)> LockAsync(HandoffDb db, string conversationId)
    {
        // The conversation's lock, so that no line is appended between looking for one and saying that there is none.
        var conversation = await Appending.LockAsync(db, conversationId);
        return (conversation, await db.Set<Reader>().SingleOrDefaultAsync(r => r.Kind == ReaderKind.Sender && r.ConversationId == conversationId));
    }

    private static async Task<PushedLine?> NextAsync(HandoffDb db, Conversation conversation, Reader reader, DateTime now, DateTime leasedUntil)
    {
        while (conversation.LastSeq > reader.Cursor && await SenderReading.NextAfterAsync(db, conversation.Id, reader.Cursor) is { } line)
        {
            var record = await db.Set<DeliveryRecord>().FindAsync(conversation.Id, line.Seq);
            if (record is null)
            {
                record = new DeliveryRecord { ConversationId = conversation.Id, Seq = line.Seq, FirstTriedAt = now };
                db.Add(record);
            }

            if (record.Begin())
            {
                reader.LeasedUntil = leasedUntil;
                return await DescribeAsync(db, conversation, line, record);
            }

            reader.MoveTo(line.Seq, now);
        }

        reader.MoveTo(conversation.LastSeq, null);
        return null;
    }

    private static async Task<PushedLine> DescribeAsync(HandoffDb db, Conversation conversation, LogLine line, DeliveryRecord record)
    {
        var address = await db.Set<ChannelAddress>().AsNoTracking().SingleAsync(a => a.ConversationId == conversation.Id);
        return new PushedLine(
            line.ToLine(), address.Reference, conversation.Language, record.PlainOnly, await TargetAsync(db, line), record.Tries);
    }

    private static async Task<string?> TargetAsync(HandoffDb db, LogLine line) =>
        line.Target is { } seq ? (await db.Set<DeliveryRecord>().FindAsync(line.ConversationId, seq))?.ExternalId : null;

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
