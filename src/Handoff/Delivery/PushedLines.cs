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
    /// Takes the sender's place in a conversation, and the next line. Null: nothing is due, or somebody else sends;
    /// who holds the place gives <paramref name="heldUntil"/>.
    /// </summary>
    public Task<PushedLine?> TakeAsync(
        string conversationId, TimeSpan lease, DateTime? heldUntil, CancellationToken cancellationToken)
    {
        var now = Now();
        return _database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, conversationId);
            if (conversation?.Sender is not { } reader || (reader.LeasedUntil > now && reader.LeasedUntil != heldUntil))
            {
                return null;
            }

            reader.LeasedUntil = null;
            return reader.DueAt <= now ? await NextAsync(db, conversation, reader, null, now, now + lease) : null;
        }, cancellationToken);
    }

    /// <summary>The line that was noted as being sent when it was said. Null when it came so late that somebody else may send it.</summary>
    public PushedLine? Resume(LeasedReader reader) => reader.Until > Now() ? reader.Line : null;

    /// <summary>
    /// Notes what became of the line and gives the next one, in one transaction. Null: nothing more now.
    /// An answer that comes after another node took over changes nothing.
    /// </summary>
    public async Task<PushedLine?> SettleAsync(PushedLine line, DeliveryOutcome outcome, TimeSpan lease, CancellationToken cancellationToken)
    {
        var (now, id) = (Now(), line.Line.ConversationId);
        var (next, isBad) = await _database.WriteAsync(async db =>
        {
            List<DeliveryRecord> records = [];
            var conversation = await Appending.LockAsync(db, id, round => records = round.Ask(DeliveryRecord.Read, DeliveryRecord.From, id, line.Line.Seq));
            if (conversation?.Sender is not { } reader || records is not [{ State: DeliveryState.Sending } record] || record.Tries != line.Try)
            {
                return (null, false);
            }

            record.Held(db).Take(outcome, now);
            var following = Follow(reader, record, outcome, now) ? await NextAsync(db, conversation, reader, record, now, now + lease) : null;
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

    private static async Task<PushedLine?> NextAsync(
        HandoffDb db, Conversation conversation, Reader reader, DeliveryRecord? held, DateTime now, DateTime leasedUntil)
    {
        while (conversation.LastSeq > reader.Cursor && await SenderReading.NextAfterAsync(db, conversation.Id, reader.Cursor) is { } line)
        {
            var record = held?.Seq == line.Seq ? held : await FindOrAddAsync(db, line, now);
            if (record.Begin())
            {
                reader.LeasedUntil = leasedUntil;
                return new PushedLine(
                    line.ToLine(), conversation.Reference!, conversation.Language, record.PlainOnly, await TargetAsync(db, line), record.Tries);
            }

            reader.MoveTo(line.Seq, now);
        }

        reader.MoveTo(conversation.LastSeq, null);
        return null;
    }

    private static async Task<string?> TargetAsync(HandoffDb db, LogLine line) =>
        line.Target is { } seq ? (await FindAsync(db, seq, line.ConversationId))?.ExternalId : null;

    private static async Task<DeliveryRecord> FindOrAddAsync(HandoffDb db, LogLine line, DateTime now)
    {
        if (await FindAsync(db, line.Seq, line.ConversationId) is { } found)
        {
            return found.Held(db);
        }

        var added = new DeliveryRecord { ConversationId = line.ConversationId, Seq = line.Seq, FirstTriedAt = now };
        added.Add(db);
        return added;
    }

    private static async Task<DeliveryRecord?> FindAsync(HandoffDb db, long seq, string conversationId)
    {
        var round = db.NewRound();
        var found = round.Ask(DeliveryRecord.Read, DeliveryRecord.From, conversationId, seq);
        await round.GoAsync();
        return found.Count > 0 ? found[0] : null;
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
