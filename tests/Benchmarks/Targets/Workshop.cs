using System.Diagnostics;

namespace Warmline.Benchmarks.Targets;

/// <summary>Where things are built and run: <c>artifacts/benchmarks</c> of the working tree.</summary>
internal sealed class Workshop
{
    private readonly Options _options;

    public Workshop(Options options)
    {
        _options = options;
        Home = Directory.CreateDirectory(Path.Combine(Root, "artifacts/benchmarks")).FullName;
        Logs = Path.Combine(Home, "servers.log");
    }

    public static string Root { get; } = FindRoot();

    public string Home { get; }

    public string Logs { get; }

    public string Echo => _options.Echo ?? Path.Combine(Home, "echo");

    public string Bot => _options.Bot ?? Path.Combine(Home, "bot");

    public string Peers => Path.Combine(Home, "peers");

    public string NlpJs => Path.Combine(Home, "nlpjs");

    /// <summary>Publishes our two hosts and fetches the peers, as far as the parts need them.</summary>
    public async Task PrepareAsync()
    {
        File.Delete(Logs);
        if (!_options.KeepBuilds)
        {
            await PublishAsync("tests/EchoHost", _options.Echo is null, Echo);
            await PublishAsync("src/Bot", _options.Bot is null, Bot);
        }

        if (_options.HasPeers)
        {
            await FetchPeersAsync(PeerSources, Peers);
        }
    }

    /// <summary>Publishes the bot only.</summary>
    public Task PrepareBotAsync() => PublishAsync("src/Bot", _options is { Bot: null, KeepBuilds: false }, Bot);

    public Task FetchNlpJsAsync() => FetchPeersAsync(Path.Combine(PeerSources, "nlpjs"), NlpJs);

    private static string PeerSources => Path.Combine(Root, "tests/Benchmarks/Peers");

    private string Data => Path.Combine(Home, "data");

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Data, Guid.NewGuid().ToString("N")[..8])).FullName;

    public void CleanUp()
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said[0].Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{said[0]}\n{said[1]}");
    }

    private static Task PublishAsync(string project, bool isNeeded, string folder) =>
        isNeeded && Directory.Exists(Path.Combine(Root, project))
            ? RunAsync("dotnet", Root, "publish", project, "-c", "Release", "-o", folder, "-v", "q", "--nologo")
            : Task.CompletedTask;

    private static async Task FetchPeersAsync(string sources, string folder)
    {
        var locked = Path.Combine(folder, "package-lock.json");
        var isThere = File.Exists(locked) && Directory.Exists(Path.Combine(folder, "node_modules"))
            && await File.ReadAllTextAsync(locked) == await File.ReadAllTextAsync(Path.Combine(sources, "package-lock.json"));
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!isThere)
        {
            await RunAsync("npm", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Warmline.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it inside the working tree.");
        }

        return folder.FullName;
    }
}
