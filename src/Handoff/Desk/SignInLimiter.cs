using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Warmline.Handoff.Desk;

/// <summary>Sign-in tries of one network address; the lock of an account guards against those who come from many.</summary>
internal sealed class SignInLimiter : IDisposable
{
    public const int PerMinute = 20;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public bool MayTry(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
