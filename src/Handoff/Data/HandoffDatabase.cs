using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Warmline.Handoff.Data;

/// <summary>
/// The way to the tables. Reads open a context of their own; every write goes through <see cref="WriteAsync{T}"/>.
/// Contexts are kept and used again: making one costs more than most of what is asked of it.
/// </summary>
internal sealed class HandoffDatabase : IAsyncDisposable
{
    private readonly Func<HandoffDb> _open;
    private readonly GroupCommit? _groupCommit;
    private readonly ServerWrites? _serverWrites;

    public HandoffDatabase(IOptions<HandoffOptions> options)
    {
        var connection = options.Value.ConnectionString;
        _open = options.Value.Provider switch
        {
            DatabaseProvider.Sqlite => Keep(Providers.Sqlite(connection)),
            DatabaseProvider.SqlServer => Keep(Providers.SqlServer(connection)),
            DatabaseProvider.PostgreSql => Keep(Providers.Postgres(connection)),
            _ => throw new InvalidOperationException($"Unknown database provider {options.Value.Provider}."),
        };
        if (options.Value.Provider == DatabaseProvider.Sqlite)
        {
            _groupCommit = new GroupCommit(_open);
        }
        else
        {
            _serverWrites = new ServerWrites(_open);
        }
    }

    public HandoffDb Open() => _open();

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and returns when it is durable.
    /// The work may run more than once: it must touch nothing but the context it is given, and rings no bell.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken) =>
        _groupCommit?.WriteAsync(work, cancellationToken) ?? _serverWrites!.WriteAsync(work, cancellationToken);

    public ValueTask DisposeAsync() => _groupCommit?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Func<HandoffDb> Keep<TDb>(DbContextOptions<TDb> options) where TDb : HandoffDb
    {
        var contexts = new PooledDbContextFactory<TDb>(options, poolSize: 128);
        return contexts.CreateDbContext;
    }
}
