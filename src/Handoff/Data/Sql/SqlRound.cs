using System.Data.Common;

namespace Warmline.Handoff.Data.Sql;

/// <summary>Statements that go to the database together: one round trip where there is a server, prepared ones where there is a file.</summary>
internal sealed class SqlRound(SqlLink link)
{
    private readonly List<Step> _steps = [];

    /// <summary>Rows to be read; the list is filled when the round has gone.</summary>
    public List<T> Ask<T>(Statement statement, Func<DbDataReader, T> read, params object?[] values)
    {
        var rows = new List<T>();
        _steps.Add(new Step(statement, values, row => rows.Add(read(row))));
        return rows;
    }

    /// <summary>Something to be changed.</summary>
    public void Do(Statement statement, params object?[] values) => _steps.Add(new Step(statement, values, null));

    public async Task GoAsync(CancellationToken cancellationToken = default)
    {
        if (_steps.Count == 0)
        {
            return;
        }

        await (link.HasBatches ? GoTogetherAsync(cancellationToken) : GoOneByOneAsync(cancellationToken));
        _steps.Clear();
    }

    private async Task GoTogetherAsync(CancellationToken cancellationToken)
    {
        await using var batch = link.NewBatch();
        foreach (var step in _steps)
        {
            link.Add(batch, step.Statement, step.Values);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var step in _steps.Where(step => step.Row is not null))
        {
            await ReadAsync(reader, step.Row!, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    private async Task GoOneByOneAsync(CancellationToken cancellationToken)
    {
        foreach (var step in _steps)
        {
            var command = link.Prepared(step.Statement, step.Values);
            if (step.Row is null)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
                continue;
            }

            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await ReadAsync(reader, step.Row, cancellationToken);
        }
    }

    private static async Task ReadAsync(DbDataReader reader, Action<DbDataReader> row, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            row(reader);
        }
    }

    private readonly record struct Step(Statement Statement, object?[] Values, Action<DbDataReader>? Row);
}
