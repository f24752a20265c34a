using System.Diagnostics;

namespace Warmline.Benchmarks.Load;

/// <summary>How long a run is.</summary>
internal sealed record Duration(TimeSpan WarmUp, TimeSpan Measured);

/// <summary>What a run gave: how many per second, how long each took, how many failed.</summary>
internal sealed record Outcome(double PerSecond, Latencies Latencies, long Errors, TimeSpan Took);

/// <summary>Clients that each do one thing after the other, as fast as they are answered.</summary>
internal static class ClosedLoop
{
    /// <param name="clients">One step each; it answers how long it took, in ticks of the stopwatch, or null for a failure.</param>
    /// <param name="measuring">Called when the warm-up is over, and again at the end.</param>
    public static async Task<Outcome> RunAsync(IReadOnlyList<Func<Task<long?>>> clients, Duration duration, Action measuring)
    {
        var begin = Stopwatch.GetTimestamp() + Ticks(duration.WarmUp);
        var end = begin + Ticks(duration.Measured);
        var loops = clients.Select(client => Task.Run(() => LoopAsync(client, begin, end))).ToList();
        await Task.Delay(duration.WarmUp, TimeProvider.System);
        measuring();
        await Task.Delay(duration.Measured, TimeProvider.System);
        measuring();
        var results = await Task.WhenAll(loops);
        var latencies = new Latencies(results.SelectMany(result => result.Ticks));
        return new Outcome(latencies.Count / duration.Measured.TotalSeconds, latencies, results.Sum(result => result.Errors), duration.Measured);
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static async Task<(List<long> Ticks, long Errors)> LoopAsync(Func<Task<long?>> step, long begin, long end)
    {
        var ticks = new List<long>(1024);
        var errors = 0L;
        while (Stopwatch.GetTimestamp() < end)
        {
            var took = await step();
            var now = Stopwatch.GetTimestamp();
            if (now >= begin && now < end)
            {
                if (took is { } known)
                {
                    ticks.Add(known);
                }
                else
                {
                    errors++;
                }
            }
        }

        return (ticks, errors);
    }
}
