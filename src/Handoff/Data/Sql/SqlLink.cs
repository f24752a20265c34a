using System.Data.Common;

namespace Warmline.Handoff.Data.Sql;

/// <summary>A connection for statements written by hand.</summary>
internal sealed class SqlLink(DbConnection connection, Dialect dialect)
{
    public DbConnection Connection => connection;

    public DbTransaction? Transaction { get; set; }

    /// <summary>Null: there is a server.</summary>
    public KeptConnection? File => connection as KeptConnection;

    public DbBatch NewBatch()
    {
        var batch = connection.CreateBatch();
        batch.Transaction = Transaction;
        return batch;
    }

    public void Add(DbBatch batch, Statement statement, object?[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = statement.TextFor(dialect);
        statement.Fill(command.Parameters, command.CreateParameter, dialect, values);
        batch.BatchCommands.Add(command);
    }
}
