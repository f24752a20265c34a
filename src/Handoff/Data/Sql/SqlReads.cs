using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Warmline.Handoff.Data.Sql;

/// <summary>
/// Reads by hand. Connections to a SQLite file are kept open with their prepared statements; those to a server come out of the driver's
/// pool, where the server keeps what is prepared.
/// </summary>
internal sealed class SqlReads(Func<HandoffDb> open) : IAsyncDisposable
{
    private const int MostKept = 32;
    private readonly ConcurrentBag<HandoffDb> _kept = [];

    public async Task ReadAsync(Action<SqlRound> ask, CancellationToken cancellationToken)
    {
        var db = _kept.TryTake(out var kept) ? kept : open();
        try
        {
            await (db is SqliteHandoffDb
                ? RunAsync(db, ask, cancellationToken)
                : db.Database.CreateExecutionStrategy().ExecuteAsync(token => RunAsync(db, ask, token), cancellationToken));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }

        await KeepAsync(db);
    }

    public async ValueTask DisposeAsync()
    {
        while (_kept.TryTake(out var db))
        {
            await db.DisposeAsync();
        }
    }

    private static async Task RunAsync(HandoffDb db, Action<SqlRound> ask, CancellationToken cancellationToken)
    {
        // Says nothing when it is open already.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var round = db.NewRound();
        ask(round);
        await round.GoAsync(cancellationToken);
    }

    private async ValueTask KeepAsync(HandoffDb db)
    {
        if (db is SqliteHandoffDb && _kept.Count < MostKept)
        {
            _kept.Add(db);
        }
        else
        {
            await db.DisposeAsync();
        }
    }
}
