using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Warmline.Handoff.Data.Sql;

/// <summary>
/// A statement prepared on a SQLite connection, and the row it stands on. Without the driver's commands, readers and parameters between, which
/// cost more than what SQLite does there; what is stored looks the same.
/// </summary>
internal sealed class FileStatement : Row, IDisposable
{
    private const string Moments = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private readonly sqlite3 _file;
    private readonly sqlite3_stmt _statement;

    public FileStatement(sqlite3 file, string text)
    {
        _file = file;
        Check(raw.sqlite3_prepare_v3(file, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Run(object?[] values, Action<Row>? row)
    {
        try
        {
            for (var i = 0; i < values.Length; i++)
            {
                Check(Bind(i + 1, values[i]));
            }

            int result;
            while ((result = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                row?.Invoke(this);
            }

            Check(result);
        }
        finally
        {
            // Says again what the step said.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public override bool IsNone(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public override string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    public override long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public override int Count(int column) => raw.sqlite3_column_int(_statement, column);

    public override bool Flag(int column) => raw.sqlite3_column_int(_statement, column) != 0;

    public override DateTime Moment(int column) =>
        DateTime.ParseExact(Text(column), Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public void Dispose() => _statement.Dispose();

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => BindText(at, text),
        Enum name => BindText(at, name.ToString()),
        DateTime moment => BindText(at, moment.ToString(Moments, CultureInfo.InvariantCulture)),
        bool flag => raw.sqlite3_bind_int(_statement, at, flag ? 1 : 0),
        int count => raw.sqlite3_bind_int(_statement, at, count),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        double number => raw.sqlite3_bind_double(_statement, at, number),
        _ => throw new NotSupportedException($"No column holds a {value.GetType()}."),
    };

    private int BindText(int at, string text)
    {
        if (text.Length == 0)
        {
            // Bytes that are none would be NULL.
            return raw.sqlite3_bind_text(_statement, at, text);
        }

        Span<byte> bytes = text.Length <= 300 ? stackalloc byte[900] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return raw.sqlite3_bind_text(_statement, at, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(result, _file);
        }
    }
}
