using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data.Sql;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>
/// The way to the tables. Reads open a context of their own; every write goes through <see cref="WriteAsync{T}"/>.
/// Contexts are kept and used again: making one costs more than most of what is asked of it.
/// </summary>
internal sealed class HandoffDatabase : IAsyncDisposable
{
    private const int MostKept = 64;
    private readonly Func<HandoffDb> _open;
    private readonly KeptConnections? _connections;
    private readonly SqlReads _reads;
    private readonly GroupCommit? _groupCommit;
    private readonly ServerWrites? _serverWrites;
    private readonly ConversationBell _bell;
    private readonly HandoffMetrics _metrics;
    private readonly StorageTrouble _trouble;

    public HandoffDatabase(IOptions<HandoffOptions> options, ConversationBell bell, HandoffMetrics metrics, StorageTrouble trouble)
    {
        (_bell, _metrics, _trouble) = (bell, metrics, trouble);
        var connection = options.Value.ConnectionString;
        _connections = options.Value.Provider == DatabaseProvider.Sqlite ? new KeptConnections(connection) : null;
        _open = options.Value.Provider switch
        {
            DatabaseProvider.Sqlite => Keep(Providers.Sqlite(connection)),
            DatabaseProvider.SqlServer => Keep(Providers.SqlServer(connection)),
            DatabaseProvider.PostgreSql => Keep(Providers.Postgres(connection)),
            _ => throw new InvalidOperationException($"Unknown database provider {options.Value.Provider}."),
        };
        _reads = new SqlReads(Open);
        if (_connections is not null)
        {
            _groupCommit = new GroupCommit(Open, metrics);
        }
        else
        {
            _serverWrites = new ServerWrites(_open);
        }
    }

    public HandoffDb Open()
    {
        var db = _open();
        _connections?.Give(db);
        return db;
    }

    /// <summary>Reads by statements written by hand; each reads what is stored at its moment.</summary>
    public Task ReadAsync(Action<SqlRound> ask, CancellationToken cancellationToken) => _reads.ReadAsync(ask, cancellationToken);

    /// <summary>What turns read here lately.</summary>
    public TurnMemory Turns { get; } = new();

    /// <summary>Whether one process has the database to itself: what another left behind there is over.</summary>
    public bool IsOneProcess => _groupCommit is not null;

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and returns when it is durable.
    /// The work may run more than once: it must touch nothing but the context it is given. What it wants told, by
    /// <see cref="HandoffDb.After"/>, is told when it is durable.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var after = new AfterCommit(_bell, Turns);
        try
        {
            var result = await WriteDurablyAsync(db => work(after.Begin(db)), cancellationToken);
            after.Tell(_metrics);
            return result;
        }
        catch (Exception error)
        {
            _trouble.Look(error);
            throw;
        }
    }

    private Task<T> WriteDurablyAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken) =>
        _groupCommit?.WriteAsync(work, cancellationToken) ?? _serverWrites!.WriteAsync(work, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _reads.DisposeAsync();
        await (_groupCommit?.DisposeAsync() ?? ValueTask.CompletedTask);
        _connections?.Dispose();
    }

    private static Func<HandoffDb> Keep<TDb>(DbContextOptions<TDb> options) where TDb : HandoffDb
    {
        var contexts = new PooledDbContextFactory<TDb>(options, poolSize: MostKept);
        return contexts.CreateDbContext;
    }
}
