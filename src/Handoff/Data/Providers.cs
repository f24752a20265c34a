using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Data;

// One context per database, so that each has its own set of migrations.

internal sealed class SqliteHandoffDb(DbContextOptions<SqliteHandoffDb> options) : HandoffDb(options)
{
    protected override Dialect Dialect => Dialect.Sqlite;
}

internal sealed class SqlServerHandoffDb(DbContextOptions<SqlServerHandoffDb> options) : HandoffDb(options)
{
    protected override Dialect Dialect => Dialect.SqlServer;
}

internal sealed class PostgresHandoffDb(DbContextOptions<PostgresHandoffDb> options) : HandoffDb(options)
{
    protected override Dialect Dialect => Dialect.Postgres;
}

internal static class Providers
{
    // A caller waits while it is tried again: two seconds are patience, a minute is a customer who left.
    private const int MostRetries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public static DbContextOptions<SqliteHandoffDb> Sqlite(string connection) =>
        new DbContextOptionsBuilder<SqliteHandoffDb>()
            .UseSqlite(connection, o => o.MigrationsHistoryTable(HandoffDb.HistoryTable)).Options;

    public static DbContextOptions<SqlServerHandoffDb> SqlServer(string connection) =>
        new DbContextOptionsBuilder<SqlServerHandoffDb>()
            .UseSqlServer(connection, o => o.MigrationsHistoryTable(HandoffDb.HistoryTable).EnableRetryOnFailure(MostRetries, LongestPause, null)).Options;

    public static DbContextOptions<PostgresHandoffDb> Postgres(string connection) =>
        new DbContextOptionsBuilder<PostgresHandoffDb>()
            .UseNpgsql(Tuned(connection), o => o.MigrationsHistoryTable(HandoffDb.HistoryTable).EnableRetryOnFailure(MostRetries, LongestPause, null)).Options;

    // What the setting says comes last and wins. Statements are few and come again, so the server keeps them prepared. Few connections do more
    // than many: each is a process there that wants a processor. Nothing is left in a session that a reset would have to clear.
    private static string Tuned(string connection) =>
        $"Max Auto Prepare=200;Auto Prepare Min Usages=2;Maximum Pool Size=12;No Reset On Close=true;Timeout=5;{connection}";

    // For `dotnet ef migrations add`: the connection is never opened.
    private sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteHandoffDb>
    {
        public SqliteHandoffDb CreateDbContext(string[] args) => new(Sqlite("Data Source=design.db"));
    }

    private sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerHandoffDb>
    {
        public SqlServerHandoffDb CreateDbContext(string[] args) => new(SqlServer("Server=design;Database=design"));
    }

    private sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresHandoffDb>
    {
        public PostgresHandoffDb CreateDbContext(string[] args) => new(Postgres("Host=design;Database=design"));
    }
}
