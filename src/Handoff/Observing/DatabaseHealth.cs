using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Observing;

/// <summary>The database answers, has the present tables, and the last write that met the disk could be stored.</summary>
internal sealed class DatabaseHealth(HandoffDatabase database, StorageTrouble trouble, TimeProvider time) : IHealthCheck
{
    private const string ProbeName = "health";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = database.Open();
        var behind = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return behind.Any() ? HealthCheckResult.Unhealthy("Migrations are missing.")
            : trouble.IsNow && !await CanWriteAsync(cancellationToken) ? HealthCheckResult.Unhealthy("The last write could not be stored.")
            : HealthCheckResult.Healthy();
    }

    // Only in trouble, and with a row that really changes: a write without effect succeeds on the fullest disk.
    private async Task<bool> CanWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var wrote = await ClockLease.TakeAsync(database, ProbeName, TimeSpan.FromTicks(1), time.GetUtcNow().UtcDateTime, cancellationToken);
            if (wrote)
            {
                trouble.Over();
            }

            return wrote;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && error is DbUpdateException or SqliteException)
        {
            return false;
        }
    }
}

/// <summary>Remembers whether the disk (full, gone, read-only) refused the last write.</summary>
internal sealed class StorageTrouble
{
    private const int ReadOnly = 8;
    private const int DiskError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private volatile bool _isNow;

    public bool IsNow => _isNow;

    public void Over() => _isNow = false;

    /// <summary>True when the error is the disk's and not the write's own.</summary>
    public void Look(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            _isNow |= at is SqliteException { SqliteErrorCode: ReadOnly or DiskError or Corrupt or Full or CannotOpen };
        }
    }
}
