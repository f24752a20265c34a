using System.Data.Common;

namespace Warmline.Handoff.Data.Sql;

/// <summary>A connection for statements written by hand, with those that are prepared there already.</summary>
internal sealed class SqlLink(DbConnection connection, Dialect dialect)
{
    private readonly Dictionary<Statement, DbCommand> _prepared = [];

    public DbConnection Connection => connection;

    public DbTransaction? Transaction { get; set; }

    public bool HasBatches => connection.CanCreateBatch;

    public DbCommand Prepared(Statement statement, object?[] values)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.TextFor(dialect);
            _prepared.Add(statement, command);
        }

        command.Transaction = Transaction;
        statement.Fill(command.Parameters, command.CreateParameter, dialect, values);
        return command;
    }

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
