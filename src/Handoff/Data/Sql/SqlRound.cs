namespace Warmline.Handoff.Data.Sql;

/// <summary>Statements that go to the database together: one round trip where there is a server, prepared ones where there is a file.</summary>
internal sealed class SqlRound(SqlLink link)
{
    private readonly List<Step> _steps = [];

    /// <summary>Rows to be read; the list is filled when the round has gone.</summary>
    public List<T> Ask<T>(Statement statement, Func<Row, T> read, params object?[] values)
    {
        var rows = new List<T>();
        _steps.Add(new Step(statement, values, row => rows.Add(read(row))));
        return rows;
    }

    /// <summary>Something to be changed.</summary>
    public void Do(Statement statement, params object?[] values) => _steps.Add(new Step(statement, values, null));

    public async Task GoAsync(CancellationToken cancellationToken = default)
    {
        if (link.File is { } file)
        {
            _steps.ForEach(step => file.Prepared(step.Statement).Run(step.Values, step.Row));
        }
        else if (_steps.Count > 0)
        {
            await GoTogetherAsync(cancellationToken);
        }

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
        var row = new ServerRow(reader);
        foreach (var step in _steps.Where(step => step.Row is not null))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                step.Row!(row);
            }

            await reader.NextResultAsync(cancellationToken);
        }
    }

    private readonly record struct Step(Statement Statement, object?[] Values, Action<Row>? Row);
}
