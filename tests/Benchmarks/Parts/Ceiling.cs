using System.Diagnostics;
using Warmline.Benchmarks.Load;
using Warmline.Benchmarks.Report;

namespace Warmline.Benchmarks.Parts;

/// <summary>What the generator itself can do: an endpoint that does nothing, in the same process.</summary>
internal sealed class Ceiling(Meter meter, Options options, Journal journal)
{
    public async Task RunAsync()
    {
        using var connector = new ConnectorSink();
        journal.Begin("The generator's own ceiling", "requests", "An endpoint inside the generator that does nothing.");
        foreach (var connections in options.Connections)
        {
            var lines = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => HttpLine.OpenAsync(connector.Port)));
            var request = HttpLine.Request("POST", connector.Port, "/nothing", "{}");
            journal.Add(await meter.MeasureAsync("empty endpoint", [.. lines.Select(line => (Func<Task<long?>>)(() => StepAsync(line, request)))]));
            Array.ForEach(lines, line => line.Dispose());
        }
    }

    private static async Task<long?> StepAsync(HttpLine line, byte[] request)
    {
        var begun = Stopwatch.GetTimestamp();
        return await line.SendAsync(request) == 200 ? Stopwatch.GetTimestamp() - begun : null;
    }
}
