using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Warmline.Bot.Conversing;

/// <summary>The bot reads: it looked for unread lines not long ago.</summary>
internal sealed class LanesHealth(BotLanes lanes) : IHealthCheck
{
    // All places may be taken by turns of the longest kind, which is 20 seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lanes.SinceLastLook <= Longest ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The bot's lanes stand still."));
}
