using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Data;

/// <summary>
/// Writes on a database server: one transaction each, run again when that can't do harm. Of two who store the same
/// new row at once the second looks again and finds the first one's.
/// </summary>
internal sealed class ServerWrites(Func<HandoffDb> open)
{
    private const int MostRuns = 5;
    private static readonly Statement Commit = new("COMMIT");

    public async Task<T> WriteAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                return await WithPatienceAsync(work, cancellationToken);
            }
            catch (Exception error) when (run < MostRuns && IsTakenKey(error is DbUpdateException ? error.InnerException : error))
            {
                // Somebody stored it meanwhile: now it is there to be found.
            }
        }
    }

    // The strategy repeats what failed before the commit: deadlocks, a connection that broke, a server that is just coming up.
    private async Task<T> WithPatienceAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var strategist = open();
        return await strategist.Database.CreateExecutionStrategy().ExecuteAsync(token => RunAsync(work, token), cancellationToken);
    }

    private async Task<T> RunAsync<T>(Func<HandoffDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = open();
        // One transaction, taken or left whole: a savepoint round each save would only cost two more round trips.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db);
        var last = await db.EndAsync(cancellationToken);
        try
        {
            await CommitAsync(last, transaction);
        }
        catch (DbException error) when (error is not PostgresException)
        {
            throw new CommitUnansweredException(error);
        }

        return result;
    }

    // PostgreSQL's driver sees by the server's answers where a transaction ends: there the commit needs no way of its own.
    private static async Task CommitAsync(SqlRound last, IDbContextTransaction transaction)
    {
        var isPostgres = transaction.GetDbTransaction() is NpgsqlTransaction;
        if (isPostgres)
        {
            last.Do(Commit);
        }

        await last.GoAsync();
        if (!isPostgres)
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    private static bool IsTakenKey(Exception? error) => error switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sqlServer => sqlServer.Number is 2601 or 2627,
        _ => false,
    };
}

/// <summary>The connection broke while the database was storing: it may have, or not. Repeating it here could store it twice.</summary>
internal sealed class CommitUnansweredException(Exception error)
    : Exception("The database did not answer whether it stored this.", error);
