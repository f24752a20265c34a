using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Warmline.Torture.Servers;

/// <summary>One server: the built product as a process of its own on a port that stays, killed with SIGKILL and started again.</summary>
internal sealed class ServerProcess(TestBed bed, int node, bool clockJumps) : IDisposable
{
    private const string ReadyLine = "Agents' desk";
    private readonly StreamWriter _log = new(Path.Combine(bed.Folder, $"node{node}.log"), append: true) { AutoFlush = true };
    private readonly Lock _lock = new();
    private Process? _process;
    private bool _isOver;
    private TaskCompletionSource _ready = New();

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Starts it and does not wait: a kill may come while it migrates.</summary>
    public void Start()
    {
        var ready = _ready = New();
        var process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"Node {node} stopped by itself; see node{node}.log."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    public Task WaitUntilReadyAsync(TimeSpan longest) => _ready.Task.WaitAsync(longest, TimeProvider.System);

    /// <summary>As when the machine kills it: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        // Whoever waits for it to be ready must not take the kill for a crash.
        _ = _ready.Task.Exception;
        _ready = New();
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
        _process = null;
        lock (_lock)
        {
            _log.Dispose();
            _isOver = true;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = bed.Folder,
        };
        start.ArgumentList.Add(bed.Server);
        start.ArgumentList.Add($"--urls={Address.GetLeftPart(UriPartial.Authority)}");
        foreach (var (key, value) in bed.Settings)
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ServerProcess).Assembly.Location;
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(ServerProcess).Assembly.GetName().Name!;
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (clockJumps)
        {
            start.Environment[InServer.JumpingClock.Variable] = bed.ClockFile;
        }

        return start;
    }

    private void Hear(string? line, TaskCompletionSource ready)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            _log.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {line}");
        }

        if (line.Contains(ReadyLine, StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
