using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Policy;
using Warmline.Handoff.Promises;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff.Conversations;

/// <summary>The door between the bot and the log: a turn is read here and committed here, whole or not at all.</summary>
public sealed class BotTurns
{
    private readonly HandoffDatabase _database;
    private readonly ConversationBell _bell;
    private readonly HandoffOptions _options;
    private readonly CallCalendar _calendar;
    private readonly TimeProvider _time;

    internal BotTurns(HandoffDatabase database, ConversationBell bell, IOptions<HandoffOptions> options, CallCalendar calendar, TimeProvider time)
    {
        _calendar = calendar;
        _database = database;
        _bell = bell;
        _options = options.Value;
        _time = time;
    }

    /// <summary>Everything a turn needs. Null when the bot may not speak in this conversation now.</summary>
    public Task<TurnInput?> LoadAsync(string conversationId, CancellationToken cancellationToken) => LoadAsync(conversationId, null, cancellationToken);

    /// <summary>The same for who was given the lease by the write that made the bot due: mostly nothing need be read then.</summary>
    public async Task<TurnInput?> LoadAsync(string conversationId, LeasedReader? lease, CancellationToken cancellationToken)
    {
        var read = (lease?.Woken is { } woken ? _database.Turns.Recall(woken) : null) ?? await ReadAsync(conversationId, cancellationToken);
        _database.Turns.Keep(read);
        if (read is not { Conversation: [{ Owner: Owner.Bot or Owner.Queue } conversation], Reader: [var reader] })
        {
            return null;
        }

        var lines = BotReading.Around(read.Lines, reader.Cursor);
        var unread = lines.FindAll(l => l.Seq > reader.Cursor);
        var customer = read.Vouched.Find(vouch => vouch.UserId == conversation.UserId && vouch.Customer.Until > Now()).Customer;
        return new TurnInput
        {
            ConversationId = conversationId,
            Channel = conversation.Channel,
            UserId = conversation.UserId!,
            Owner = conversation.Owner,
            Epoch = conversation.Epoch,
            Cursor = reader.Cursor,
            LastSeq = conversation.LastSeq,
            Language = conversation.Language,
            DialogState = conversation.DialogState,
            Failures = reader.Failures,
            Unread = unread,
            Earlier = lines.FindAll(l => l.Seq <= reader.Cursor && l is { Role: AuthorRole.Customer, Kind: LineKind.Said }),
            Facts = read.FactsOf(customer),
            Customer = customer,
            QueuePlace = conversation.Owner == Owner.Queue ? await PlaceAsync(conversationId, cancellationToken) : null,
            FinishedTasks = unread.Exists(l => l.Role != AuthorRole.Customer)
                ? await FinishedAsync(conversationId, reader.Cursor, unread[^1].Seq, cancellationToken)
                : [],
        };
    }

    /// <summary>Whether this visitor, or everybody at their address together, gave wrong proofs of ownership too often lately.</summary>
    public async Task<bool> AreProofsUsedUpAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var conversation = await db.Set<Conversation>().AsNoTracking().SingleAsync(c => c.Id == conversationId, cancellationToken);
        return await ProofRecord.UsedUpAsync(db, conversation, _options, Now(), cancellationToken);
    }

    /// <summary>
    /// Stores a turn in one transaction: lines, dialog state, facts, proofs, cursor, move and tasks.
    /// It counts only if epoch and cursor are still what the turn read; the customer's newer lines don't matter.
    /// </summary>
    public async Task<CommitResult> CommitTurnAsync(Turn turn, CancellationToken cancellationToken)
    {
        var now = Now();
        var result = await _database.WriteAsync(db => CommitAsync(db, turn, now), cancellationToken);
        if (result is CommitResult.Committed)
        {
            _database.Turns.GoOn(turn);
            RingForMove(turn);
        }

        return result;
    }

    /// <summary>Shows the customer that the bot is at work. Never stored.</summary>
    public void ShowTyping(string conversationId) => _bell.Ring(conversationId, new Ring(new Typing(AuthorRole.Bot, null)));

    private void RingForMove(Turn turn)
    {
        if (turn.Move is not null)
        {
            _bell.Ring(ConversationBell.Queue);
        }

        if (turn.Tasks.Count > 0)
        {
            _bell.Ring(ConversationBell.TaskDue);
        }
    }

    private async Task<CommitResult> CommitAsync(HandoffDb db, Turn turn, DateTime now)
    {
        var conversation = await Appending.LockAsync(db, turn.ConversationId)
            ?? throw new InvalidOperationException($"There is no conversation {turn.ConversationId}.");
        var bot = Author.Bot(turn.Epoch);
        if (!conversation.MayAppend(bot) || conversation.Bot.Cursor != turn.FromCursor
            || !await CallbackMoves.MayAsync(db, conversation, turn.Move, _calendar))
        {
            return new CommitResult.Stale(conversation.Owner);
        }

        var more = await BotReading.IsMoreAsync(db, conversation, turn.ToCursor);
        conversation.Bot.MoveTo(turn.ToCursor, more ? now : null);
        conversation.DialogState = turn.DialogState;
        conversation.Language = turn.Language ?? conversation.Language;
        var lines = turn.Lines.Select(l => new NewLine(l.Kind, l.Text) { Activity = l.Activity }).ToList();
        await Appending.AppendAsync(db, conversation, bot, lines, now);
        await FactRecord.LearnAsync(db, turn.ConversationId, turn.Facts);
        if (turn.ShopCustomerId is { } shopId)
        {
            await KnownFact.LearnAsync(db, shopId, turn.Facts, now);
        }

        DecisionRecord.Keep(db, turn, conversation.LastSeq);
        db.AddRange(turn.Proofs.Select(p => ProofRecord.Of(p, conversation, now)));
        if (turn.EndsTasks)
        {
            await OutsideTask.ForgetAsync(db, conversation.Id, turn.FromCursor, turn.ToCursor);
        }

        db.AddRange(turn.Tasks.Select((t, n) => OutsideTask.Of(t, conversation.Id, conversation.LastSeq, n, now)));
        if (turn.Move is not null)
        {
            await TurnMoves.MakeAsync(db, conversation, turn, _calendar, now);
        }

        return new CommitResult.Committed(more);
    }

    private async Task<TurnReading> ReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        TurnReading read = null!;
        await _database.ReadAsync(
            round => read = new TurnReading(
                round.Ask(Conversation.Read, Conversation.From, conversationId),
                round.Ask(Reader.Read, Reader.From, ReaderKind.Bot, conversationId),
                round.Ask(BotReading.Lines, row => LogLine.From(row).ToLine(), conversationId),
                round.Ask(FactRecord.Read, FactRecord.From, conversationId),
                round.Ask(KnownFact.Read, KnownFact.From, conversationId),
                round.Ask(VouchRecord.Read, VouchRecord.From, conversationId)),
            cancellationToken);
        return read;
    }

    private async Task<int?> PlaceAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await QueueItem.PlaceAsync(db, conversationId, cancellationToken);
    }

    private async Task<IReadOnlyList<FinishedTask>> FinishedAsync(
        string conversationId, long cursor, long last, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var tasks = await db.Set<OutsideTask>().AsNoTracking()
            .Where(t => t.ConversationId == conversationId && t.ToldSeq != null && t.ToldSeq > cursor && t.ToldSeq <= last)
            .OrderBy(t => t.ToldSeq).ToListAsync(cancellationToken);
        return tasks.ConvertAll(t => new FinishedTask(t.Kind, t.Payload, t.State == TaskState.Done, t.Result));
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
