using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Warmline.Handoff.Data;

/// <summary>
/// Copies the write-ahead log of a SQLite file to its place in the file, beside the writer: in it, everybody would wait tens of
/// milliseconds. The writer copies only the little that came meanwhile; with its next write the log begins anew.
/// </summary>
internal sealed class Checkpoints(Func<HandoffDb> open)
{
    // About 32 MB of log.
    private const int WritesBetween = 2000;

    // The first write copies what was left by a process that was killed.
    private int _writes = WritesBetween;
    private Task? _beside;

    /// <summary>For the writer, between two commits.</summary>
    public async Task CommittedAsync(HandoffDb writer, int writes)
    {
        _writes += writes;
        if (_beside is null && _writes >= WritesBetween)
        {
            _beside = Task.Run(CopyBesideAsync);
        }
        else if (_beside is { IsCompleted: true })
        {
            (_beside, _writes) = (null, 0);
            await CopyAsync(writer);
        }
    }

    /// <summary>Nothing is copied any more when this returns.</summary>
    public Task EndAsync() => _beside ?? Task.CompletedTask;

    private async Task CopyBesideAsync()
    {
        await using var db = open();
        await CopyAsync(db);
    }

    // Nothing is lost when it fails, for want of room or because another module copies: the log is longer, and a later try finds more to do.
    private static async Task CopyAsync(HandoffDb db)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException)
        {
        }
    }
}
