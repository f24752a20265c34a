using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Warmline.Benchmarks.Load;

namespace Warmline.Benchmarks.Targets;

/// <summary>A server under measurement, in a process of its own on a free port.</summary>
internal sealed class Target : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenKnocks = TimeSpan.FromMilliseconds(5);
    private readonly Process _process;

    private Target(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public int Pid => _process.Id;

    public string Url => $"http://127.0.0.1:{Port}";

    public double CpuSeconds => ProcFiles.CpuSeconds(Pid);

    public double ResidentMegabytes => ProcFiles.ResidentMegabytes(Pid);

    public bool IsDotnet { get; private init; }

    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Starts it and returns when it takes connections. What it says goes to <paramref name="logFile"/>.</summary>
    public static async Task<Target> StartAsync(ProcessStartInfo start, int port, string logFile)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        var log = new StreamWriter(logFile, append: true) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => Write(log, line.Data);
        process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var target = new Target(process, port) { IsDotnet = Path.GetFileName(start.FileName) != "node" };
        await target.KnockAsync(logFile);
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Write(StreamWriter log, string? line)
    {
        lock (log)
        {
            log.WriteLine(line);
        }
    }

    private async Task KnockAsync(string logFile)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                (await HttpLine.OpenAsync(Port)).Dispose();
                return;
            }
            catch (SocketException) when (!_process.HasExited && Stopwatch.GetElapsedTime(started) < LongestStart)
            {
                await Task.Delay(BetweenKnocks, TimeProvider.System);
            }
            catch (SocketException)
            {
                await DisposeAsync();
                throw new InvalidOperationException($"{_process.StartInfo.FileName} did not start; see {logFile}.");
            }
        }
    }
}
