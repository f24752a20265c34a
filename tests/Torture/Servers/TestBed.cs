using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Warmline.Handoff;
using Warmline.Handoff.Data;

namespace Warmline.Torture.Servers;

/// <summary>The folder and the database of a run, and how the servers are told of them.</summary>
internal sealed class TestBed
{
    private const int MostReads = 300;
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(300);
    private readonly TortureOptions _options;
    private readonly string _connection;

    private TestBed(TortureOptions options, string folder, string connection, IEnumerable<KeyValuePair<string, string>> more)
    {
        (_options, Folder, _connection) = (options, folder, connection);
        Server = options.Server ?? BuiltServer();
        Settings = [.. Describe(), .. Limits(), .. more];
    }

    public string Folder { get; }

    public string Server { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; }

    public string ClockFile => ClockFileOf(Folder);

    public static string ClockFileOf(string folder) => Path.Combine(folder, "clock");

    public static async Task<TestBed> MakeAsync(TortureOptions options, string folder, IEnumerable<KeyValuePair<string, string>> more)
    {
        return new TestBed(options, folder, options.OnPostgres ? await NewPostgresAsync() : $"Data Source={Path.Combine(folder, "warmline.db")}", more);
    }

    /// <summary>A context that only reads; the server has the database open at the same time.</summary>
    public HandoffDb OpenReadOnly() => _options.OnPostgres
        ? new PostgresHandoffDb(Providers.Postgres(_connection))
        : new SqliteHandoffDb(Providers.Sqlite($"{_connection};Mode=ReadOnly;Pooling=False"));

    /// <summary>Reads, again and again while the database is away or being recovered.</summary>
    public async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var db = OpenReadOnly();
                return await read(db);
            }
            catch (Exception error) when (error is DbException or InvalidOperationException or TimeoutException && tries < MostReads)
            {
                await Task.Delay(BetweenReads, TimeProvider.System);
            }
        }
    }

    /// <summary>A new empty database, for the next start to migrate. Nobody may have it open.</summary>
    public async Task EmptyAsync()
    {
        if (_options.OnPostgres)
        {
            await using var db = OpenReadOnly();
            await db.Database.EnsureDeletedAsync();
            await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Folder, "warmline.db*"))
        {
            File.Delete(file);
        }
    }

    public async Task RemoveAsync()
    {
        SqliteConnection.ClearAllPools();
        if (_options.OnPostgres)
        {
            await using var db = OpenReadOnly();
            await db.Database.EnsureDeletedAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> NewPostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable("WARMLINE_TEST_POSTGRES")
            ?? throw new InvalidOperationException("WARMLINE_TEST_POSTGRES is not set: run this through build/with-servers.sh.");
        var connection = new DbConnectionStringBuilder { ConnectionString = server };
        connection["Database"] = $"torture_{Guid.NewGuid():N}";
        await using var db = new PostgresHandoffDb(Providers.Postgres(connection.ConnectionString));
        await db.GetService<IRelationalDatabaseCreator>().CreateAsync();
        return connection.ConnectionString;
    }

    // Beside this program, built in the same configuration.
    private static string BuiltServer()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, "Warmline.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Outside the working tree, say --server path/Warmline.Bot.dll.");
        }

        return Path.Combine(root.FullName, "src/Bot/bin", output.Parent!.Name, output.Name, "Warmline.Bot.dll");
    }

    private IEnumerable<KeyValuePair<string, string>> Describe()
    {
        yield return new("contentRoot", Path.GetDirectoryName(Path.GetFullPath(Server))!);
        yield return new("Warmline:DataFolder", Folder);
        yield return new("Warmline:Database:Provider", $"{(_options.OnPostgres ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite)}");
        yield return new("Warmline:Database:ConnectionString", _connection);
        yield return new("Warmline:Handoff:AgentGoneAfter", "00:01:00");
        yield return new("Warmline:Callbacks:CallsPerSlot", "1000");
        if (Environment.GetEnvironmentVariable("WARMLINE_TEST_REDIS") is { Length: > 0 } redis && _options.Nodes > 1)
        {
            yield return new("Warmline:Redis", $"{redis},abortConnect=false");
        }
    }

    // All come from one address, and quickly.
    private static IEnumerable<KeyValuePair<string, string>> Limits() =>
        from limit in new[] { "SessionsPerAddress", "PostsPerVisitor", "PostsPerAddress", "PollsPerVisitor", "PollsPerAddress" }
        from part in new[] { "AtOnce", "PerMinute" }
        select KeyValuePair.Create($"Warmline:Limits:{limit}:{part}", "1000000");
}
