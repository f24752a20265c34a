using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Warmline.TestSupport;

/// <summary>
/// A database of a test's own: a SQLite file, or with <c>WARMLINE_TEST_DATABASE=postgres</c> a PostgreSQL database copied from a
/// template that was migrated once. <c>build/with-servers.sh</c> starts the server and throws it away.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private readonly DirectoryInfo? _folder;
    private readonly string? _name;

    private TestDatabase(DirectoryInfo folder)
    {
        _folder = folder;
        (Provider, ConnectionString) = ("Sqlite", $"Data Source={Path.Combine(folder.FullName, "warmline.db")}");
    }

    private TestDatabase(string name)
    {
        _name = name;
        (Provider, ConnectionString) = ("PostgreSql", OnServer(name));
    }

    /// <summary>The PostgreSQL server for tests, or null.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("WARMLINE_TEST_POSTGRES");

    /// <summary>The Redis server for tests, or null.</summary>
    public static string? Redis => Environment.GetEnvironmentVariable("WARMLINE_TEST_REDIS");

    /// <summary>Whether tests that run on any database run on PostgreSQL now.</summary>
    public static bool IsPostgresChosen => Environment.GetEnvironmentVariable("WARMLINE_TEST_DATABASE") == "postgres";

    /// <summary>Sqlite or PostgreSql, as the product's settings call it.</summary>
    public string Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The database the environment chooses. A SQLite file begins empty; a PostgreSQL database is as <paramref name="migrate"/> left it.</summary>
    public static async Task<TestDatabase> CreateAsync(string module, Func<string, Task> migrate) =>
        IsPostgresChosen ? await OnPostgresAsync(module, migrate) : new TestDatabase(Directory.CreateTempSubdirectory($"warmline-{module}-"));

    /// <summary>The database the environment chooses, without a table.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync("empty", _ => Task.CompletedTask);

    /// <summary>A PostgreSQL database, whatever the others run on.</summary>
    public static async Task<TestDatabase> OnPostgresAsync(string module, Func<string, Task> migrate)
    {
        var template = await Templates.GetOrAdd(module, name => new Lazy<Task<string>>(() => MakeTemplateAsync(name, migrate))).Value;
        var database = $"test_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {database} TEMPLATE {template}");
        return new TestDatabase(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is not null)
        {
            await RunAsync($"DROP DATABASE {_name} WITH (FORCE)");
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        _folder!.Delete(recursive: true);
    }

    private static async Task<string> MakeTemplateAsync(string module, Func<string, Task> migrate)
    {
        var name = $"template_{module}_{Guid.NewGuid():N}";
        await RunAsync($"CREATE DATABASE {name}");
        // A template must have no visitor left, not even an idle one in a pool.
        await migrate(OnServer(name) + ";Pooling=False");
        return name;
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer
            ?? throw new InvalidOperationException("There is no PostgreSQL for tests: run them by build/with-servers.sh."));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string OnServer(string database) => new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database }.ToString();
}
