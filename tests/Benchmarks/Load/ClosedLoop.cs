using System.Diagnostics;

namespace Warmline.Benchmarks.Load;

/// <summary>How long a run is: warm-up until the time is over and that many steps were done (at most a minute), then measured.</summary>
internal sealed record Duration(TimeSpan WarmUp, int WarmUpSteps, TimeSpan Measured)
{
    public static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);
}

/// <summary>What a run gave: how many per second, how long each took, how many failed.</summary>
internal sealed record Outcome(double PerSecond, Latencies Latencies, long Errors, TimeSpan Took);

/// <summary>Clients that each do one thing after the other, as fast as they are answered.</summary>
internal static class ClosedLoop
{
    /// <param name="clients">One step each; it answers how long it took, in ticks of the stopwatch, or null for a failure.</param>
    /// <param name="duration">How long.</param>
    /// <param name="measuring">Called when the warm-up is over, and again at the end.</param>
    public static async Task<Outcome> RunAsync(IReadOnlyList<Func<Task<long?>>> clients, Duration duration, Action measuring)
    {
        var run = new Run();
        var loops = clients.Select(client => Task.Run(() => run.LoopAsync(client))).ToList();
        await WarmUpAsync(run, duration);
        measuring();
        var begun = Stopwatch.GetTimestamp();
        run.IsMeasuring = true;
        await Task.Delay(duration.Measured, TimeProvider.System);
        run.IsOver = true;
        var took = Stopwatch.GetElapsedTime(begun);
        measuring();
        var results = await Task.WhenAll(loops);
        var latencies = new Latencies(results.SelectMany(result => result.Ticks));
        return new Outcome(latencies.Count / took.TotalSeconds, latencies, results.Sum(result => result.Errors), took);
    }

    private static async Task WarmUpAsync(Run run, Duration duration)
    {
        var begun = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(duration.WarmUp, TimeProvider.System);
        }
        while (run.Steps < duration.WarmUpSteps && Stopwatch.GetElapsedTime(begun) < Duration.LongestWarmUp);
    }

    private sealed class Run
    {
        private long _steps;

        public long Steps => Interlocked.Read(ref _steps);

        public volatile bool IsMeasuring;

        public volatile bool IsOver;

        public async Task<(List<long> Ticks, long Errors)> LoopAsync(Func<Task<long?>> step)
        {
            var ticks = new List<long>(1024);
            var errors = 0L;
            while (!IsOver)
            {
                var took = await step();
                Interlocked.Increment(ref _steps);
                if (!IsMeasuring || IsOver)
                {
                    continue;
                }

                if (took is { } known)
                {
                    ticks.Add(known);
                }
                else
                {
                    errors++;
                }
            }

            return (ticks, errors);
        }
    }
}
