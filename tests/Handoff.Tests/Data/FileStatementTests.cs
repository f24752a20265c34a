using Microsoft.Data.Sqlite;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Tests.Data;

/// <summary>What is bound and read without the driver is what the driver would write and read.</summary>
public sealed class FileStatementTests
{
    private static readonly object?[] Values =
    [
        null, "", "words", new string('ż', 2000), Owner.Queue, true, false, 7, long.MaxValue, 0.25,
        new DateTime(2026, 11, 26, 9, 5, 0, DateTimeKind.Utc), new DateTime(2026, 1, 2, 23, 59, 59, DateTimeKind.Utc).AddTicks(1), new DateTime(2026, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc),
    ];

    [Fact]
    public void A_value_is_stored_as_the_driver_stores_it_and_read_again()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var echo = new FileStatement(connection.Handle!, "SELECT @value, typeof(@value), CAST(@value AS TEXT)");
        foreach (var value in Values)
        {
            var rows = 0;
            echo.Run([value], row =>
            {
                rows++;
                Assert.Equal(ByDriver(connection, value), (row.Text(1), row.TextOrNone(2)));
                Assert.Equal(value, value switch
                {
                    null => row.TextOrNone(0),
                    Owner => row.Name<Owner>(0),
                    bool => row.Flag(0),
                    int => row.Count(0),
                    long => row.Number(0),
                    double => value,
                    DateTime => row.MomentOrNone(0),
                    _ => row.Text(0),
                });
            });
            Assert.Equal(1, rows);
        }
    }

    [Fact]
    public void What_SQLite_refuses_is_thrown_as_the_driver_throws_it_and_the_statement_can_be_used_again()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var make = new FileStatement(connection.Handle!, "CREATE TABLE one (n INTEGER PRIMARY KEY)");
        make.Run([], null);
        using var insert = new FileStatement(connection.Handle!, "INSERT INTO one VALUES (@n)");
        insert.Run([1], null);

        var refused = Assert.Throws<SqliteException>(() => insert.Run([1], null));
        insert.Run([2], null);

        Assert.Equal((19, 1555), (refused.SqliteErrorCode, refused.SqliteExtendedErrorCode));
        Assert.Throws<SqliteException>(() => new FileStatement(connection.Handle!, "SELECT nothing FROM nowhere"));
    }

    private static (string Type, string? Text) ByDriver(SqliteConnection connection, object? value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT typeof(@value), CAST(@value AS TEXT)";
        command.Parameters.AddWithValue("@value", value is Enum name ? name.ToString() : value ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1));
    }
}
