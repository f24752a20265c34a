using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Files;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Conversations;

/// <summary>The customer's side of the log: starting, writing, reading, coming back.</summary>
public sealed class ConversationLog
{
    private readonly HandoffDatabase _database;
    private readonly ConversationBell _bell;
    private readonly HandoffOptions _options;
    private readonly TimeProvider _time;

    internal ConversationLog(HandoffDatabase database, ConversationBell bell, IOptions<HandoffOptions> options, TimeProvider time)
    {
        _database = database;
        _bell = bell;
        _options = options.Value;
        _time = time;
    }

    /// <summary>Stores a new conversation, which the bot then greets. False when it was there before.</summary>
    public async Task<bool> StartAsync(NewConversation start, CancellationToken cancellationToken)
    {
        var now = Now();
        var isNew = await _database.WriteAsync(async db =>
        {
            if (await db.Set<Conversation>().AnyAsync(c => c.Id == start.Id))
            {
                return false;
            }

            await CustomerLines.StartAsync(db, start, now);
            return true;
        }, cancellationToken);
        return isNew;
    }

    /// <summary>
    /// Stores what a customer wrote. The same <see cref="CustomerLine.DedupeKey"/> again answers with the line stored before.
    /// Null when there is no such conversation.
    /// </summary>
    public async Task<Line?> AppendAsync(string conversationId, CustomerLine line, CancellationToken cancellationToken)
    {
        var now = Now();
        var stored = await _database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, conversationId, line.DedupeKey);
            return conversation is null ? null : await CustomerLines.AppendAsync(db, conversation, line, now);
        }, cancellationToken);
        return stored?.ToLine();
    }

    /// <summary>The customer ends the conversation, whoever has it. Their next line opens it again.</summary>
    public async Task EndAsync(string conversationId, CancellationToken cancellationToken)
    {
        var now = Now();
        await _database.WriteAsync(async db =>
        {
            if (await Appending.LockAsync(db, conversationId) is { } conversation)
            {
                await TurnMoves.EndAsync(db, conversation, now);
            }

            return true;
        }, cancellationToken);
        _bell.Ring(ConversationBell.Queue);
    }

    /// <summary>The customer is typing: whoever follows the conversation sees it now, nobody later.</summary>
    public void ShowTyping(string conversationId) => _bell.Ring(conversationId, new Ring(new Typing(AuthorRole.Customer, null)));

    /// <summary>Lines after <paramref name="afterSeq"/>, oldest first.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(string conversationId, long afterSeq, int max, CancellationToken cancellationToken)
    {
        List<LogLine> lines = [];
        await _database.ReadAsync(round => lines = round.Ask(LogLine.After, LogLine.From, conversationId, afterSeq, afterSeq + max), cancellationToken);
        return lines.ConvertAll(l => l.ToLine());
    }

    /// <summary>What files came with the lines after <paramref name="afterSeq"/>.</summary>
    internal async Task<IReadOnlyList<FileInLine>> FilesAsync(string conversationId, long afterSeq, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Set<FileRecord>().Where(f => f.ConversationId == conversationId && f.Seq > afterSeq).OrderBy(f => f.Seq).ThenBy(f => f.Name)
            .Select(f => new FileInLine(f.Seq, f.Id, f.Name, f.MediaType, f.Size)).ToListAsync(cancellationToken);
    }

    /// <summary>The conversation's language, or null when there is no such conversation.</summary>
    public async Task<string?> LanguageOfAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Set<Conversation>().Where(c => c.Id == conversationId).Select(c => c.Language).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The conversation a visitor goes on with, or null when a new one should start.</summary>
    public async Task<string?> FindCurrentAsync(string channel, string userId, CancellationToken cancellationToken)
    {
        var before = Now() - _options.ContinueAfterClose;
        await using var db = _database.Open();
        var newest = await (
            from customer in db.Set<Customer>()
            join conversation in db.Set<Conversation>() on customer.Id equals conversation.CustomerId
            where customer.Channel == channel && customer.UserId == userId
            orderby conversation.StartedAt descending
            select conversation).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

        // Nobody closes what only the bot had: silence for as long is an end too, and with it what was proven lapses.
        return newest is null || newest.IsOver(before) ? null : newest.Id;
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
