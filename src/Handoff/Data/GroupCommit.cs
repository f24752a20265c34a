using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Warmline.Handoff.Data.Sql;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>
/// The one writer of a SQLite file. Writes that wait at the same moment share one commit (and one fsync). When one of them fails,
/// all are run again, each in a savepoint of its own, so that it takes nobody else with it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private static readonly Statement Save = new("SAVEPOINT write");
    private static readonly Statement Release = new("RELEASE write");
    private static readonly Statement RollBack = new("ROLLBACK TO write");
    private readonly Channel<WaitingWrite> _writes = Channel.CreateBounded<WaitingWrite>(1024);
    private readonly Func<HandoffDb> _open;
    private readonly HandoffMetrics _metrics;
    private readonly Checkpoints _checkpoints;
    private readonly Task _loop;
    private HandoffDb? _db;

    public GroupCommit(Func<HandoffDb> open, HandoffMetrics metrics)
    {
        (_open, _metrics, _checkpoints) = (open, metrics, new Checkpoints(open));
        _loop = Task.Run(RunAsync);
    }

    public async Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new WaitingWrite<T>(work, cancellationToken);
        await _writes.Writer.WriteAsync(write, cancellationToken);
        return await write.Durable;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _loop;
        await _checkpoints.EndAsync();
        await CloseAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<WaitingWrite>(LargestGroup);
        while (await _writes.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _writes.Reader.TryRead(out var write))
            {
                if (!write.IsCancelled())
                {
                    group.Add(write);
                }
            }

            await (group.Count > 0 ? CommitAsync(group) : Task.CompletedTask);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<WaitingWrite> group)
    {
        try
        {
            _db ??= await ConnectAsync();
            if (!await TryTogetherAsync(group, _db))
            {
                await InTransactionAsync(group, _db, RunInSavepointAsync);
            }

            _metrics.Committed(group.Count);
            group.ForEach(write => write.Finish());
            await _checkpoints.CommittedAsync(_db, group.Count);
        }
        catch (Exception error)
        {
            // Opening it again heals a database that was away for a while.
            await (_db?.Database.GetDbConnection().DisposeAsync() ?? ValueTask.CompletedTask);
            await CloseAsync();
            var cause = (error as WriteFailedException)?.InnerException ?? error;
            group.ForEach(write => write.Fail(cause));
        }
    }

    // A savepoint costs two statements and a copy of every page that is changed in it: only where somebody failed. That one does so again there.
    private static async Task<bool> TryTogetherAsync(List<WaitingWrite> group, HandoffDb db)
    {
        try
        {
            await InTransactionAsync(group, db, RunAsync);
            return true;
        }
        catch (WriteFailedException)
        {
            return false;
        }
    }

    private static async Task InTransactionAsync(List<WaitingWrite> group, HandoffDb db, Func<WaitingWrite, HandoffDb, Task> run)
    {
        await using var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: false);
        await db.Database.UseTransactionAsync(transaction);
        try
        {
            foreach (var write in group)
            {
                await run(write, db);
            }

            await transaction.CommitAsync();
        }
        finally
        {
            await db.Database.UseTransactionAsync(null);
        }
    }

    private async Task<HandoffDb> ConnectAsync()
    {
        var db = _open();
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.OpenConnectionAsync();
            // The write-ahead log is copied by Checkpoints; by a commit only if it came to 128 MB nevertheless.
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 32000; PRAGMA cache_size = -32768;");
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (_db is not null)
        {
            await _db.DisposeAsync();
            _db = null;
        }
    }

    private static async Task RunAsync(WaitingWrite write, HandoffDb db)
    {
        try
        {
            await write.RunAsync(db);
            var last = await db.EndAsync(CancellationToken.None);
            await last.GoAsync();
        }
        catch (Exception error)
        {
            throw new WriteFailedException(error);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static async Task RunInSavepointAsync(WaitingWrite write, HandoffDb db)
    {
        await DoAsync(db, Save);
        try
        {
            await RunAsync(write, db);
            await DoAsync(db, Release);
        }
        catch (WriteFailedException failure) when (IsInTransaction(db))
        {
            await DoAsync(db, RollBack, Release);
            write.Fail(failure.InnerException!);
        }
    }

    // A full disk ends the whole transaction, savepoints and all.
    private static bool IsInTransaction(HandoffDb db) => raw.sqlite3_get_autocommit(((SqliteConnection)db.Database.GetDbConnection()).Handle) == 0;

    private static Task DoAsync(HandoffDb db, params ReadOnlySpan<Statement> statements)
    {
        var round = db.NewRound();
        foreach (var statement in statements)
        {
            round.Do(statement);
        }

        return round.GoAsync();
    }
}
