using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Conversations;

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

    /// <summary>Conversations in which a reader has something to do now, the longest due first.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(ReaderKind kind, int max, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        await using var db = _database.Open();
        return await db.Set<Reader>()
            .Where(r => r.Kind == kind && r.DueAt != null && r.DueAt <= now && (r.LeasedUntil == null || r.LeasedUntil <= now))
            .OrderBy(r => r.DueAt)
            .Select(r => r.ConversationId)
            .Take(max)
            .ToListAsync(cancellationToken);
    }

    /// <summary>At the start: where one process has the database, whoever had leased something there is gone.</summary>
    public async Task TakeOverAsync(ReaderKind kind, CancellationToken cancellationToken)
    {
        if (_database.IsOneProcess)
        {
            await _database.WriteAsync(
                db => db.Set<Reader>().Where(r => r.Kind == kind && r.LeasedUntil != null)
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, (DateTime?)null)),
                cancellationToken);
        }
    }

    /// <summary>Takes the bot's place in a conversation for a while, so that no other node starts the same turn. False: somebody has it.</summary>
    public Task<bool> LeaseBotAsync(string conversationId, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var until = now + duration;
        return _database.WriteAsync(async db => await db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversationId && r.DueAt != null
                && (r.LeasedUntil == null || r.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, until)) == 1, cancellationToken);
    }

    /// <summary>Whether the bot has answered everything up to a line, or will not answer because a person has the conversation.</summary>
    public async Task<bool> HasBotReadAsync(string conversationId, long seq, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Set<Conversation>().AnyAsync(c => c.Id == conversationId && c.Owner == Owner.Agent, cancellationToken)
            || await db.Set<Reader>().AnyAsync(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversationId && r.Cursor >= seq, cancellationToken);
    }

    /// <summary>The bot may not speak there now: nothing is due until it may again.</summary>
    public Task StopBotAsync(string conversationId, CancellationToken cancellationToken) =>
        _database.WriteAsync(async db =>
        {
            // Under the lock: a person may be closing the conversation at this very moment.
            if (await Appending.LockAsync(db, conversationId) is { Owner: not (Owner.Bot or Owner.Queue) } conversation)
            {
                BotReading.Stop(conversation);
            }

            return true;
        }, cancellationToken);

    /// <summary>Gives the place back without having read anything; the next try comes after <paramref name="pause"/>.</summary>
    public Task ReleaseBotAsync(string conversationId, TimeSpan pause, bool failed, CancellationToken cancellationToken)
    {
        var dueAt = _time.GetUtcNow().UtcDateTime + pause;
        var failures = failed ? 1 : 0;
        return _database.WriteAsync(async db => await db.Set<Reader>()
            .Where(r => r.Kind == ReaderKind.Bot && r.ConversationId == conversationId && r.DueAt != null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(r => r.LeasedUntil, (DateTime?)null)
                .SetProperty(r => r.DueAt, dueAt)
                .SetProperty(r => r.Failures, r => r.Failures + failures)), cancellationToken);
    }
}
