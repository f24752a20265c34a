using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Conversations;

/// <summary>
/// A server-held cursor in one log. An append sets <see cref="DueAt"/> of those concerned in its own transaction;
/// nodes poll for it, the bell only shortens the wait.
/// </summary>
internal sealed class Reader
{
    public const string Bot = "bot";

    public required string Kind { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>The last line read; −1 before the conversation was greeted.</summary>
    public long Cursor { get; set; } = -1;

    public DateTime? DueAt { get; set; }
    public DateTime? LeasedUntil { get; set; }

    /// <summary>Turns that failed in a row since the cursor last moved.</summary>
    public int Failures { get; set; }

    public void MoveTo(long cursor, DateTime? dueAt)
    {
        Cursor = cursor;
        DueAt = dueAt;
        LeasedUntil = null;
        Failures = 0;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Reader>
    {
        public void Configure(EntityTypeBuilder<Reader> reader)
        {
            reader.ToTable("reader");
            reader.HasKey(r => new { r.Kind, r.ConversationId });
            reader.Property(r => r.Kind).HasMaxLength(24);
            reader.Property(r => r.ConversationId).HasMaxLength(64);
            reader.HasIndex(r => new { r.Kind, r.DueAt });
        }
    }
}

/// <summary>Which conversations have unread lines for a reader, and who works on them.</summary>
public sealed class DueReaders
{
    private readonly HandoffDatabase _database;
    private readonly TimeProvider _time;

    internal DueReaders(HandoffDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Conversations in which the bot has something to read now, the longest due first.</summary>
    public async Task<IReadOnlyList<string>> ForBotAsync(int max, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        await using var db = _database.Open();
        return await db.Set<Reader>()
            .Where(r => r.Kind == Reader.Bot && r.DueAt != null && r.DueAt <= now && (r.LeasedUntil == null || r.LeasedUntil <= now))
            .OrderBy(r => r.DueAt)
            .Select(r => r.ConversationId)
            .Take(max)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Takes the bot's place in a conversation for a while, so that no other node starts the same turn. False: somebody has it.</summary>
    public Task<bool> LeaseBotAsync(string conversationId, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var until = now + duration;
        return _database.WriteAsync(async db => await db.Set<Reader>()
            .Where(r => r.Kind == Reader.Bot && r.ConversationId == conversationId && r.DueAt != null
                && (r.LeasedUntil == null || r.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, until)) == 1, cancellationToken);
    }

    /// <summary>The bot may not speak there now: nothing is due until it may again.</summary>
    public Task StopBotAsync(string conversationId, CancellationToken cancellationToken) =>
        _database.WriteAsync(async db =>
        {
            // Under the lock: a person may be closing the conversation at this very moment.
            if (await Appending.LockAsync(db, conversationId) is not { Owner: Owner.Bot or Owner.Queue })
            {
                await BotReading.StopAsync(db, conversationId);
            }

            return true;
        }, cancellationToken);

    /// <summary>Gives the place back without having read anything; the next try comes after <paramref name="pause"/>.</summary>
    public Task ReleaseBotAsync(string conversationId, TimeSpan pause, bool failed, CancellationToken cancellationToken)
    {
        var dueAt = _time.GetUtcNow().UtcDateTime + pause;
        var failures = failed ? 1 : 0;
        return _database.WriteAsync(async db => await db.Set<Reader>()
            .Where(r => r.Kind == Reader.Bot && r.ConversationId == conversationId && r.DueAt != null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.LeasedUntil, (DateTime?)null)
                .SetProperty(r => r.DueAt, dueAt)
                .SetProperty(r => r.Failures, r => r.Failures + failures)), cancellationToken);
    }
}
