using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Warmline.Bot.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(1801, LogLevel.Warning, "This node is now {Status}; checks that complain: {Checks}.")]
    public static partial void HealthChanged(ILogger log, HealthStatus status, string checks);

    [LoggerMessage(1802, LogLevel.Error, "The health checks could not be run.")]
    public static partial void ChecksFailed(ILogger log, Exception error);

    [LoggerMessage(1803, LogLevel.Warning, "The health checks take too long; this node says it is not ready.")]
    public static partial void ChecksTooSlow(ILogger log);

    [LoggerMessage(1804, LogLevel.Warning,
        "A request came through a proxy that Warmline:TrustedProxies does not name; until it does, limits per address see the proxy and not the customer.")]
    public static partial void ProxyNotNamed(ILogger log);
}
