using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Warmline.Handoff.Data;

// One context per database, so that each has its own set of migrations.

internal sealed class SqliteHandoffDb(DbContextOptions options) : HandoffDb(options);

internal sealed class SqlServerHandoffDb(DbContextOptions options) : HandoffDb(options);

internal sealed class PostgresHandoffDb(DbContextOptions options) : HandoffDb(options);

internal static class Providers
{
    public static DbContextOptions Sqlite(string connection) =>
        new DbContextOptionsBuilder<SqliteHandoffDb>()
            .UseSqlite(connection, o => o.MigrationsHistoryTable(HandoffDb.HistoryTable)).Options;

    public static DbContextOptions SqlServer(string connection) =>
        new DbContextOptionsBuilder<SqlServerHandoffDb>()
            .UseSqlServer(connection, o => o.MigrationsHistoryTable(HandoffDb.HistoryTable).EnableRetryOnFailure()).Options;

    public static DbContextOptions Postgres(string connection) =>
        new DbContextOptionsBuilder<PostgresHandoffDb>()
            .UseNpgsql(connection, o => o.MigrationsHistoryTable(HandoffDb.HistoryTable).EnableRetryOnFailure()).Options;

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
