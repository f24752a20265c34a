using System.Diagnostics;

namespace Warmline.Benchmarks.Targets;

/// <summary>How each server is started.</summary>
internal sealed class Servers(Workshop workshop, Options options)
{
    /// <summary>The Direct Line secret of our two.</summary>
    public const string Secret = "benchmark-secret-benchmark-secret-42";

    public Task<Target> EchoHostAsync()
    {
        var port = Target.FreePort();
        return StartAsync(Dotnet(workshop.Echo, "Warmline.EchoHost", "--urls", Url(port), "--DirectLine:Secret", Secret), port);
    }

    /// <summary>Warmline as it is delivered, but for limits that would throttle one address, on a new database.</summary>
    public Task<Target> WarmlineAsync(string dataFolder, string? postgres)
    {
        var port = Target.FreePort();
        List<string> settings =
        [
            "--urls", Url(port), "--Warmline:DataFolder", dataFolder, "--Warmline:DirectLine:Secrets:0", Secret,
            "--Warmline:Limits:PostsPerVisitor:AtOnce", "1000000", "--Warmline:Limits:PostsPerVisitor:PerMinute", "1000000",
            // A customer who asks the same thing for a minute would be with a person at the third time.
            "--Warmline:Policy:RepeatsToHandOver", "1000000", "--Warmline:Policy:Weights:repeats", "0", "--Warmline:Policy:Weights:loop", "0", .. options.WarmlineSettings,
        ];
        if (postgres is not null)
        {
            settings.AddRange(["--Warmline:Database:Provider", "PostgreSql", "--Warmline:Database:ConnectionString", postgres]);
        }

        return StartAsync(Dotnet(workshop.Bot, "Warmline.Bot", [.. settings]), port);
    }

    public Task<Target> JavaScriptEchoAsync() => NodeAsync("echo.cjs");

    public Task<Target> OfflineDirectLineAsync(string botUrl) => NodeAsync("offline-directline.cjs", botUrl);

    private static string Url(int port) => $"http://127.0.0.1:{port}";

    private Task<Target> NodeAsync(string script, params string[] arguments)
    {
        var port = Target.FreePort();
        var start = new ProcessStartInfo("node", [script, $"{port}", .. arguments]) { WorkingDirectory = workshop.Peers };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["NODE_NO_WARNINGS"] = "1";
        return StartAsync(start, port);
    }

    private ProcessStartInfo Dotnet(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, program), arguments) { WorkingDirectory = folder };

        // Development and loopback: the one place where /api/messages takes what carries no token.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private Task<Target> StartAsync(ProcessStartInfo start, int port) => Target.StartAsync(start, port, workshop.Logs);
}
