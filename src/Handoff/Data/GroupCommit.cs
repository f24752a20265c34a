using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data.Sql;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>
/// The one writer of a SQLite file. Writes that wait at the same moment share one commit (and one fsync);
/// each has a savepoint of its own, so one that fails takes nobody else with it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private static readonly Statement Save = new("SAVEPOINT write");
    private static readonly Statement Release = new("RELEASE write");
    private static readonly Statement RollBack = new("ROLLBACK TO write");
    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(1024);
    private readonly Func<HandoffDb> _open;
    private readonly HandoffMetrics _metrics;
    private readonly Task _loop;
    private HandoffDb? _db;

    public GroupCommit(Func<HandoffDb> open, HandoffMetrics metrics)
    {
        (_open, _metrics) = (open, metrics);
        _loop = Task.Run(RunAsync);
    }

    public async Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, cancellationToken);
        await _writes.Writer.WriteAsync(write, cancellationToken);
        return await write.Durable;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _loop;
        await CloseAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Write>(LargestGroup);
        while (await _writes.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && _writes.Reader.TryRead(out var write))
            {
                group.Add(write);
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Write> group)
    {
        try
        {
            _db ??= await ConnectAsync();
            await using var transaction = ((SqliteConnection)_db.Database.GetDbConnection()).BeginTransaction(deferred: false);
            await _db.Database.UseTransactionAsync(transaction);
            foreach (var write in group)
            {
                await RunInSavepointAsync(write, _db);
            }

            await transaction.CommitAsync();
            await _db.Database.UseTransactionAsync(null);
            _metrics.Committed(group.Count);
            group.ForEach(write => write.Finish());
        }
        catch (Exception error)
        {
            // Opening it again heals a database that was away for a while.
            await (_db?.Database.GetDbConnection().DisposeAsync() ?? ValueTask.CompletedTask);
            await CloseAsync();
            group.ForEach(write => write.Fail(error));
        }
    }

    private async Task<HandoffDb> ConnectAsync()
    {
        var db = _open();
        try
        {
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.OpenConnectionAsync();
            // Wait inside SQLite for another module's write; the driver would sleep 150 ms at a time. A page that is written again and again
            // goes from the write-ahead log to its place in the file once in 32 MB, not once in 4.
            await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8000;");
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

    private static async Task RunInSavepointAsync(Write write, HandoffDb db)
    {
        await DoAsync(db, Save);
        try
        {
            await write.RunAsync(db);
            var last = await db.EndAsync(CancellationToken.None);
            last.Do(Release);
            await last.GoAsync();
        }
        catch (Exception error)
        {
            await DoAsync(db, RollBack, Release);
            write.Fail(error);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static Task DoAsync(HandoffDb db, params ReadOnlySpan<Statement> statements)
    {
        var round = db.NewRound();
        foreach (var statement in statements)
        {
            round.Do(statement);
        }

        return round.GoAsync();
    }

    private abstract class Write
    {
        public abstract Task RunAsync(HandoffDb db);

        public abstract void Finish();

        public abstract void Fail(Exception error);
    }

    private sealed class Write<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken) : Write
    {
        private readonly TaskCompletionSource<T> _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Durable => _durable.Task;

        public override async Task RunAsync(HandoffDb db)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _result = await work(db);
        }

        public override void Finish() => _durable.TrySetResult(_result!);

        public override void Fail(Exception error) => _durable.TrySetException(error);
    }
}
