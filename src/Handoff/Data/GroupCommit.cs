using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>
/// The one writer of a SQLite file. Writes that wait at the same moment share one commit (and one fsync);
/// each has a savepoint of its own, so one that fails takes nobody else with it.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(1024);
    private readonly string _connectionString;
    private readonly HandoffMetrics _metrics;
    private readonly Task _loop;

    public GroupCommit(string connectionString, HandoffMetrics metrics)
    {
        (_connectionString, _metrics) = (connectionString, metrics);
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
            // A pooled connection: opening it again after an error also heals a database that was away for a while.
            await using var connection = new SqliteConnection(_connectionString);
            await connection.OpenAsync();
            var options = new DbContextOptionsBuilder<SqliteHandoffDb>().UseSqlite(connection).Options;
            await using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var write in group)
            {
                await RunInSavepointAsync(write, options, transaction);
            }

            await transaction.CommitAsync();
            _metrics.Committed(group.Count);
            group.ForEach(write => write.Finish());
        }
        catch (Exception error)
        {
            group.ForEach(write => write.Fail(error));
        }
    }

    private static async Task RunInSavepointAsync(Write write, DbContextOptions options, SqliteTransaction transaction)
    {
        transaction.Save("write");
        try
        {
            await using var db = new SqliteHandoffDb(options);
            await db.Database.UseTransactionAsync(transaction);
            db.Database.AutoSavepointsEnabled = false;
            await write.RunAsync(db);
            await db.SaveChangesAsync();
            transaction.Release("write");
        }
        catch (Exception error)
        {
            transaction.Rollback("write");
            transaction.Release("write");
            write.Fail(error);
        }
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
