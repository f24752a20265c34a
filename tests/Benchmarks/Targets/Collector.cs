using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace Warmline.Benchmarks.Targets;

/// <summary>Makes a .NET process collect its garbage, from outside.</summary>
internal static class Collector
{
    private const long ForceCollection = 0x800000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    /// <summary>A full collection; memory is given back a little later, so this takes its time.</summary>
    public static async Task CollectAsync(Target target)
    {
        if (target.IsDotnet)
        {
            for (var i = 0; i < 3; i++)
            {
                await OnceAsync(target.Pid);
            }
        }
    }

    private static async Task OnceAsync(int pid)
    {
        var client = new DiagnosticsClient(pid);
        using var session = client.StartEventPipeSession(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, ForceCollection)], requestRundown: false);
        var draining = session.EventStream.CopyToAsync(Stream.Null);
        await Task.Delay(Settling, TimeProvider.System);
        await session.StopAsync(CancellationToken.None);
        await draining;
    }
}
