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

            var customer = await FindOrAddCustomerAsync(db, start, now);
            db.Add(new Conversation
            {
                Id = start.Id,
                CustomerId = customer.Id,
                Channel = start.Channel,
                StartedAt = now,
                Language = start.Language,
                AddressHash = AddressHash.Of(start.Address),
            });
            db.Add(new Reader { Kind = Reader.Bot, ConversationId = start.Id, DueAt = now });
            return true;
        }, cancellationToken);
        if (isNew)
        {
            _bell.Ring(ConversationBell.BotDue);
        }

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
            var conversation = await Appending.LockAsync(db, conversationId);
            return conversation is null ? null : await AppendLockedAsync(db, conversation, line, now);
        }, cancellationToken);
        if (stored is not null)
        {
            _bell.Ring(conversationId);
            _bell.Ring(ConversationBell.BotDue);
        }

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
        _bell.Ring(conversationId);
        _bell.Ring(ConversationBell.Queue);
    }

    /// <summary>The customer is typing: whoever follows the conversation sees it now, nobody later.</summary>
    public void ShowTyping(string conversationId) => _bell.Ring(conversationId, new Ring(new Typing(AuthorRole.Customer, null)));

    /// <summary>Lines after <paramref name="afterSeq"/>, oldest first.</summary>
    public async Task<IReadOnlyList<Line>> ReadAsync(string conversationId, long afterSeq, int max, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var lines = await db.Set<LogLine>().AsNoTracking()
            .Where(l => l.ConversationId == conversationId && l.Seq > afterSeq)
            .OrderBy(l => l.Seq).Take(max).ToListAsync(cancellationToken);
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
        var closedAfter = Now() - _options.ContinueAfterClose;
        await using var db = _database.Open();
        var newest = await (
            from customer in db.Set<Customer>()
            join conversation in db.Set<Conversation>() on customer.Id equals conversation.CustomerId
            where customer.Channel == channel && customer.UserId == userId
            orderby conversation.StartedAt descending
            select new { conversation.Id, conversation.ClosedAt, conversation.Owner, conversation.LastSeq, conversation.LastStamp }).FirstOrDefaultAsync(cancellationToken);
        if (newest is null)
        {
            return null;
        }

        // Nobody closes what only the bot had: silence for as long is an end too, and with it what was proven lapses.
        var isSilent = newest is { Owner: Owner.Bot, LastSeq: > 0 } && newest.LastStamp < closedAfter;
        return newest.ClosedAt < closedAfter || isSilent ? null : newest.Id;
    }

    private static async Task<LogLine> AppendLockedAsync(HandoffDb db, Conversation conversation, CustomerLine line, DateTime now)
    {
        var customer = await db.Set<Customer>().SingleAsync(c => c.Id == conversation.CustomerId);
        var added = new NewLine(line.Kind, line.Text) { Activity = line.Activity, DedupeKey = line.DedupeKey };
        var before = conversation.LastSeq;
        var stored = await Appending.AppendAsync(db, conversation, Author.Customer(customer.Id, line.Name ?? customer.Name), [added], now);
        if (conversation.LastSeq > before)
        {
            db.AddRange(line.Files.Select(file => FileRecord.Of(file, stored![0])));
            conversation.CustomerSpoke |= line.Kind == LineKind.Said;
            conversation.AddressHash = AddressHash.Of(line.Address) ?? conversation.AddressHash;
            conversation.Language = line.Language ?? conversation.Language;
            if (conversation.Owner == Owner.Nobody && line.Kind == LineKind.Said)
            {
                conversation.GiveToBot();
            }

            await BotReading.WakeAsync(db, conversation, now);
        }

        return stored![0];
    }

    private static async Task<Customer> FindOrAddCustomerAsync(HandoffDb db, NewConversation start, DateTime now)
    {
        var customer = await db.Set<Customer>().SingleOrDefaultAsync(c => c.Channel == start.Channel && c.UserId == start.UserId);
        if (customer is null)
        {
            customer = new Customer
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now)).ToString("N"),
                Channel = start.Channel,
                UserId = start.UserId,
                Name = start.UserName,
                FirstSeenAt = now,
            };
            db.Add(customer);
        }

        return customer;
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;
}

/// <summary>A conversation that starts: its id, the channel and who writes in it.</summary>
/// <param name="Id">At most 64 characters.</param>
/// <param name="Channel">Such as <c>directline</c>.</param>
/// <param name="UserId">The customer's id in the channel, at most 128 characters.</param>
/// <param name="UserName">The name the channel gives, if any.</param>
/// <param name="Language">en, pl, ru, fa.</param>
/// <param name="Address">The network address; only a hash is kept, to limit abuse.</param>
public sealed record NewConversation(string Id, string Channel, string UserId, string? UserName, string Language, string? Address);

/// <summary>What a customer wrote.</summary>
/// <param name="Kind">Said, or an event such as a changed language.</param>
/// <param name="Text">Readable text.</param>
/// <param name="Activity">The full activity as JSON.</param>
/// <param name="DedupeKey">SHA-256 (hex) of where it came from; null when the channel gives nothing to tell repeats by.</param>
/// <param name="Name">The name the customer goes by, if known.</param>
/// <param name="Address">The network address it came from.</param>
public sealed record CustomerLine(LineKind Kind, string Text, string? Activity, string? DedupeKey, string? Name, string? Address)
{
    /// <summary>The language the customer chose with this line; null when they chose none.</summary>
    public string? Language { get; init; }

    /// <summary>Files that come with the line: stored in the same transaction, and not again when the line was there before.</summary>
    public IReadOnlyList<NewFile> Files { get; init; } = [];
}
