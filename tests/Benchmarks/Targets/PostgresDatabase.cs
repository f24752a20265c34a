using System.Text.RegularExpressions;

namespace Warmline.Benchmarks.Targets;

/// <summary>A new database on the test server.</summary>
internal static partial class PostgresDatabase
{
    /// <summary>Its connection string. The server's own tool makes it, so that the generator needs no driver.</summary>
    public static async Task<string> CreateAsync(string server)
    {
        var name = $"bench_{Guid.NewGuid():N}"[..16];
        await Workshop.RunAsync("psql", "/", "-h", Part(server, "Host"), "-p", Part(server, "Port"), "-U", Part(server, "Username"), "-d", "postgres",
            "-c", $"CREATE DATABASE {name}");
        return Database().Replace(server, $"Database={name}");
    }

    private static string Part(string connection, string name) =>
        connection.Split(';').Select(pair => pair.Split('=', 2)).First(pair => pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))[1];

    [GeneratedRegex("Database=[^;]*")]
    private static partial Regex Database();
}
