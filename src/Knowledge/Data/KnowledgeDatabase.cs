using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Warmline.Knowledge.Data;

/// <summary>Opens the knowledge tables on the database the host chose. A context lives for one operation.</summary>
internal sealed class KnowledgeDatabase(IOptions<KnowledgeOptions> options)
{
    // Somebody waits for an answer: two seconds are patience, a minute is a customer who left.
    private const int MostRetries = 3;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private readonly Lazy<Func<KnowledgeDb>> _open = new(() => Choose(options.Value.Provider, options.Value.ConnectionString));

    public KnowledgeDb Open() => _open.Value();

    public static DbContextOptions<SqliteKnowledgeDb> Sqlite(string connection) =>
        new DbContextOptionsBuilder<SqliteKnowledgeDb>()
            .UseSqlite(connection, db => db.MigrationsHistoryTable(KnowledgeDb.MigrationsHistory))
            .AddInterceptors(SqlitePragmas.Instance)
            .Options;

    public static DbContextOptions<SqlServerKnowledgeDb> SqlServer(string connection) =>
        new DbContextOptionsBuilder<SqlServerKnowledgeDb>()
            .UseSqlServer(connection, db => db.MigrationsHistoryTable(KnowledgeDb.MigrationsHistory).EnableRetryOnFailure(MostRetries, LongestPause, null))
            .Options;

    public static DbContextOptions<PostgresKnowledgeDb> Postgres(string connection) =>
        new DbContextOptionsBuilder<PostgresKnowledgeDb>()
            .UseNpgsql(connection, db => db.MigrationsHistoryTable(KnowledgeDb.MigrationsHistory).EnableRetryOnFailure(MostRetries, LongestPause, null))
            .Options;

    private static Func<KnowledgeDb> Choose(string provider, string connection)
    {
        switch (provider)
        {
            case KnowledgeOptions.Sqlite:
                return OneAtATime(Sqlite(connection));
            case KnowledgeOptions.SqlServer:
                var sqlServer = SqlServer(connection);
                return () => new SqlServerKnowledgeDb(sqlServer);
            case KnowledgeOptions.PostgreSql:
                var postgres = Postgres(connection);
                return () => new PostgresKnowledgeDb(postgres);
            default:
                throw new InvalidOperationException($"Unknown database provider '{provider}'.");
        }
    }

    // Two that take a connection from the driver's pool at the same moment may be lent the same one (dotnet/efcore issue 39008).
    private static Func<KnowledgeDb> OneAtATime(DbContextOptions<SqliteKnowledgeDb> sqlite)
    {
        var opening = new Lock();
        return () =>
        {
            var db = new SqliteKnowledgeDb(sqlite);
            lock (opening)
            {
                db.Database.OpenConnection();
            }

            return db;
        };
    }
}
