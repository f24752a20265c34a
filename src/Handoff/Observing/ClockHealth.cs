using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Warmline.Handoff.Observing;

/// <summary>When a loop last came round. A loop that hangs or keeps failing does not beat.</summary>
internal sealed class ClockPulse(TimeProvider time)
{
    private long _last = time.GetTimestamp();

    public TimeSpan Age => time.GetElapsedTime(Volatile.Read(ref _last));

    public void Beat() => Volatile.Write(ref _last, time.GetTimestamp());
}

/// <summary>The clock goes: it takes the lease, or sees that another node has it, and works off tasks.</summary>
internal sealed class ClockHealth(HandoffClock clock) : IHealthCheck
{
    // One slow task takes up to 30 seconds, and between two the clock beats.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.Pulse.Age <= Longest ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The clock stands still."));
}
