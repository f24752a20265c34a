using System.Diagnostics;
using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Targets;

namespace Warmline.Benchmarks.Report;

/// <summary>Runs clients against a server and reads what it cost on the side.</summary>
internal sealed class Meter(Options options)
{
    private readonly List<(double Server, double Harness, double Machine)> _readings = [];

    public async Task<Figures> MeasureAsync(string what, IReadOnlyList<Func<Task<long?>>> clients, params IReadOnlyList<Target> servers)
    {
        var pids = servers.Select(s => s.Pid).Concat(DatabasePids()).ToList();
        _readings.Clear();
        var outcome = await ClosedLoop.RunAsync(clients, options.Duration, () => _readings.Add(Read(pids)));
        var (server, harness, machine) = (
            _readings[1].Server - _readings[0].Server, _readings[1].Harness - _readings[0].Harness, _readings[1].Machine - _readings[0].Machine);
        var available = outcome.Took.TotalSeconds * Environment.ProcessorCount;
        return new Figures(
            what,
            clients.Count,
            outcome,
            outcome.Latencies.Count == 0 ? double.NaN : server * 1000 / outcome.Latencies.Count,
            harness / available,
            Math.Max(0, machine - server - harness) / available,
            servers.Sum(s => s.ResidentMegabytes));
    }

    private static (double Server, double Harness, double Machine) Read(List<int> pids) =>
        (pids.Sum(ProcFiles.CpuSeconds), Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, ProcFiles.MachineCpuSeconds());

    // The database server's time counts as ours; its control script says where it lives.
    private IReadOnlyList<int> DatabasePids() =>
        options.Postgres is not null && Environment.GetEnvironmentVariable("WARMLINE_TEST_POSTGRES_CTL") is { } control
            ? ProcFiles.Family(Path.GetDirectoryName(control)!)
            : [];
}
