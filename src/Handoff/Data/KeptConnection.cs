using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Data;

/// <summary>A connection to a SQLite file that stays open while its context rests, with the statements that were prepared there.</summary>
internal sealed class KeptConnection(string connectionString, ConcurrentDictionary<KeptConnection, bool> open) : SqliteConnection(connectionString)
{
    private const int Patience = 5000;
    private readonly Dictionary<Statement, FileStatement> _prepared = [];

    public override void Open()
    {
        base.Open();
        open[this] = true;

        // Wait inside SQLite for another module's write; the driver would sleep 150 ms at a time.
        raw.sqlite3_busy_timeout(Handle, Patience);
    }

    public FileStatement Prepared(Statement statement)
    {
        if (!_prepared.TryGetValue(statement, out var prepared))
        {
            prepared = new FileStatement(Handle!, statement.TextFor(Dialect.Sqlite));
            _prepared.Add(statement, prepared);
        }

        return prepared;
    }

    // EF closes what its context rests from.
    public override void Close()
    {
    }

    protected override void Dispose(bool disposing)
    {
        open.TryRemove(this, out _);
        foreach (var prepared in _prepared.Values)
        {
            prepared.Dispose();
        }

        _prepared.Clear();
        base.Close();
        base.Dispose(disposing);
    }
}
