using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Warmline.Knowledge.Data;

/// <summary>
/// The file is shared with other modules: wait inside SQLite for their writes (without this the driver retries by sleeping
/// 150 ms at a time). WAL is a property of the file and is set once, by the migration.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    // Handoff copies the write-ahead log to its place; by a commit here only if it came to 128 MB nevertheless.
    private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 32000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
