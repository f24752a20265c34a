using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Warmline.Handoff.Data.Sql;

/// <summary>The few things in which the databases differ for a statement written by hand.</summary>
internal sealed class Dialect
{
    /// <summary>A write has the whole file.</summary>
    public static readonly Dialect Sqlite = new(DatabaseProvider.Sqlite);

    public static readonly Dialect SqlServer = new(DatabaseProvider.SqlServer) { LocksTable = " WITH (UPDLOCK, ROWLOCK)" };

    public static readonly Dialect Postgres = new(DatabaseProvider.PostgreSql);

    private Dialect(DatabaseProvider provider) => Provider = provider;

    public DatabaseProvider Provider { get; }

    /// <summary>Behind a table's name: its rows that are read stay locked until the transaction ends.</summary>
    public string LocksTable { get; private init; } = "";

    /// <summary>At the end of a select: the same, for the table of that name.</summary>
    public string LocksRowsOf(string table) => Provider == DatabaseProvider.PostgreSql ? $" FOR UPDATE OF {table}" : "";

    /// <summary>Behind an ORDER BY.</summary>
    public string First(int rows) => Provider == DatabaseProvider.Sqlite
        ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {rows}")
        : string.Create(CultureInfo.InvariantCulture, $" OFFSET 0 ROWS FETCH NEXT {rows} ROWS ONLY");

    /// <summary>How a parameter is written; PostgreSQL's driver need not read a statement that counts its own.</summary>
    public string Mark(string name, int position) =>
        Provider == DatabaseProvider.PostgreSql ? string.Create(CultureInfo.InvariantCulture, $"${position + 1}") : $"@{name}";

    /// <summary>As the model converts it: enums by name, nothing as NULL.</summary>
    public void Set(DbParameter parameter, object? value)
    {
        if (value is DateTime && Provider == DatabaseProvider.SqlServer)
        {
            parameter.DbType = DbType.DateTime2;
        }

        parameter.Value = value switch { null => DBNull.Value, Enum name => name.ToString(), _ => value };
    }
}
