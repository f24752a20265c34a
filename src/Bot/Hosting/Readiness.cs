using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Warmline.Bot.Hosting;

/// <summary>
/// Runs the checks tagged <c>ready</c>, at most one round at a time and one a second however many ask: an open address must not be a
/// lever against the database. A round that takes too long counts as a bad one, and goes on by itself.
/// </summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider time, ILogger<Readiness> log)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private Task<HealthStatus>? _round;
    private long _begun;
    private HealthStatus _last = HealthStatus.Healthy;

    public async Task<HealthStatus> NowAsync()
    {
        try
        {
            return await Round().WaitAsync(Longest, time);
        }
        catch (TimeoutException)
        {
            HostingLog.ChecksTooSlow(log);
            return HealthStatus.Unhealthy;
        }
    }

    private Task<HealthStatus> Round()
    {
        lock (_lock)
        {
            if (_round is null || (_round.IsCompleted && time.GetElapsedTime(_begun) > KeptFor))
            {
                _begun = time.GetTimestamp();

                // A database driver that blocks must not block the one who asks.
                _round = Task.Run(CheckAsync);
            }

            return _round;
        }
    }

    private async Task<HealthStatus> CheckAsync()
    {
        try
        {
            var report = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"));
            Note(report);
            return report.Status;
        }
        catch (Exception error)
        {
            HostingLog.ChecksFailed(log, error);
            return HealthStatus.Unhealthy;
        }
    }

    private void Note(HealthReport report)
    {
        if (report.Status != _last)
        {
            var unwell = string.Join(", ", report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => entry.Key));
            HostingLog.HealthChanged(log, report.Status, unwell.Length == 0 ? "none" : unwell);
            _last = report.Status;
        }
    }
}
