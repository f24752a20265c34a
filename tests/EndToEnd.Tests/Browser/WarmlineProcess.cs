using System.Collections.Concurrent;
using System.Diagnostics;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>Warmline as a process of its own, on a free port and a new data folder. It can be killed and started again.</summary>
internal sealed class WarmlineProcess : IAsyncDisposable
{
    private const string DeskLine = "Agents' desk";
    private const string PasswordLine = "one-time password ";
    private static readonly TimeSpan StartTakes = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("warmline-e2e-");
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;
    private TaskCompletionSource _ready = new();

    private string? _address;

    /// <summary>Where it listens, such as http://127.0.0.1:40123.</summary>
    public string Address
    {
        get => _address ?? $"{Scheme}://127.0.0.1:0";
        private set => _address = value;
    }

    /// <summary>With <c>https</c> the settings name a certificate.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The first admin's password, printed once at the first start.</summary>
    public string OneTimePassword { get; private set; } = "";

    /// <summary>As on the command line: <c>--Warmline:Shop:Name=…</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Everything printed so far.</summary>
    public string Output => string.Join('\n', _said);

    public async Task StartAsync()
    {
        _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = Command(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => Hear("(It has ended.)");
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"Warmline stopped:\n{Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await _ready.Task.WaitAsync(StartTakes, TimeProvider.System);
    }

    /// <summary>As when the machine kills it: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        var logs = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts/servers"));
        await File.WriteAllTextAsync(Path.Combine(logs.FullName, $"{new Uri(Address).Port}.log"), Output);
        _data.Delete(recursive: true);
    }

    private ProcessStartInfo Command() => new("dotnet",
        [
            Repository.BotAssembly, "--urls", Address, "--contentRoot", Path.Combine(Repository.Root, "src/Bot"),
            $"--Warmline:DataFolder={_data.FullName}", .. Settings,
        ])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = _data.FullName,
    };

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        if (line.IndexOf(PasswordLine, StringComparison.Ordinal) is >= 0 and var at)
        {
            OneTimePassword = line[(at + PasswordLine.Length)..].Trim();
        }
        else if (line.Contains(DeskLine, StringComparison.Ordinal))
        {
            Address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()).GetLeftPart(UriPartial.Authority);
        }
        else if (line.Length == 0 && !Address.EndsWith(":0", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
