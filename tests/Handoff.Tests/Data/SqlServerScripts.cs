using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Warmline.TestSupport;

/// <summary>What can be known about a SQL Server script without a server: its syntax, and whether every column it names exists.</summary>
internal static class SqlServerScripts
{
    /// <summary>What the parser says against it.</summary>
    public static IReadOnlyList<string> SyntaxErrors(string script)
    {
        Parse(script, out var errors);
        return [.. errors.Select(e => $"{e.Line}: {e.Message}")];
    }

    /// <summary>What SQL Server's own model says against the tables and indexes a script makes, and against procedures that use them.</summary>
    public static IReadOnlyList<string> ModelErrors(string script, params IEnumerable<string> procedures)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var statement in Definitions(script).Concat(procedures))
        {
            model.AddObjects(statement);
        }

        // Of a procedure it only warns: a table could still be made before it runs.
        return [.. model.Validate().Where(m => m.MessageType is DacMessageType.Error or DacMessageType.Warning).Select(m => m.Message)];
    }

    /// <summary>The statements that define something; those that fill the history of migrations are left out.</summary>
    public static IReadOnlyList<string> Definitions(string script) =>
        [.. Parse(script, out _).Batches.SelectMany(batch => batch.Statements)
            .Where(statement => statement is CreateTableStatement or CreateIndexStatement or AlterTableStatement)
            .Select(statement => script.Substring(statement.StartOffset, statement.FragmentLength))];

    private static TSqlScript Parse(string script, out IList<ParseError> errors)
    {
        using var reader = new StringReader(script);
        return (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
