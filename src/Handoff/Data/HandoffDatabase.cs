using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>
/// The way to the tables. Reads open a context of their own; every write goes through <see cref="WriteAsync{T}"/>.
/// </summary>
internal sealed class HandoffDatabase : IAsyncDisposable
{
    private readonly Func<HandoffDb> _open;
    private readonly GroupCommit? _groupCommit;
    private readonly HandoffMetrics _metrics;
    private readonly StorageTrouble _trouble;

    public HandoffDatabase(IOptions<HandoffOptions> options, HandoffMetrics metrics, StorageTrouble trouble)
    {
        (_metrics, _trouble) = (metrics, trouble);
        var connection = options.Value.ConnectionString;
        switch (options.Value.Provider)
        {
            case DatabaseProvider.Sqlite:
                var sqlite = Providers.Sqlite(connection);
                _open = () => new SqliteHandoffDb(sqlite);
                _groupCommit = new GroupCommit(connection, metrics);
                break;
            case DatabaseProvider.SqlServer:
                var sqlServer = Providers.SqlServer(connection);
                _open = () => new SqlServerHandoffDb(sqlServer);
                break;
            case DatabaseProvider.PostgreSql:
                var postgres = Providers.Postgres(connection);
                _open = () => new PostgresHandoffDb(postgres);
                break;
            default:
                throw new InvalidOperationException($"Unknown database provider {options.Value.Provider}.");
        }
    }

    public HandoffDb Open() => _open();

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and returns when it is durable.
    /// The work may run twice: it must touch nothing but the context it is given, and rings no bell.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var lines = new LineTally();
        try
        {
            var result = await WriteDurablyAsync(db => lines.CountAsync(db, work), cancellationToken);
            _metrics.Appended(lines);
            return result;
        }
        catch (Exception error)
        {
            _trouble.Look(error);
            throw;
        }
    }

    private Task<T> WriteDurablyAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken) =>
        _groupCommit is null ? WriteAloneAsync(work, cancellationToken) : _groupCommit.WriteAsync(work, cancellationToken);

    private async Task<T> WriteAloneAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var outer = Open();
        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            await using var db = Open();
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            var result = await work(db);
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return result;
        }, cancellationToken);
    }

    public ValueTask DisposeAsync() => _groupCommit?.DisposeAsync() ?? ValueTask.CompletedTask;
}
