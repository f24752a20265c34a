using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Warmline.Handoff.Data;

/// <summary>
/// Connections to a SQLite file, one for each context: it stays open while its context rests between two operations.
/// The driver's own pool may lend one connection to two owners that open at the same moment (dotnet/efcore issue 39008): a reader
/// then stands in the writer's transaction, and closing fails with "busy". What is kept here was never anybody else's.
/// </summary>
/// <remarks>The functions EF adds to SQLite (for regular expressions and decimals) are not there.</remarks>
internal sealed class KeptConnections(string connectionString) : IDisposable
{
    private readonly string _unpooled = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
    private readonly ConcurrentDictionary<KeptConnection, bool> _open = new();

    public void Give(DbContext db)
    {
        if (db.Database.GetDbConnection() is not KeptConnection)
        {
            db.Database.SetDbConnection(new KeptConnection(_unpooled, _open), contextOwnsConnection: true);
        }
    }

    public void Dispose()
    {
        foreach (var connection in _open.Keys)
        {
            connection.Dispose();
        }
    }
}
