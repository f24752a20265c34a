using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Observing;

/// <summary>Keeps the backlog fresh for the gauges while somebody listens to them, however often they ask.</summary>
internal sealed class BacklogWatch : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly HandoffDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<BacklogWatch> _log;
    private readonly IReadOnlyList<Instrument> _gauges;
    private volatile Backlog _latest = Backlog.Empty;

    public BacklogWatch(HandoffDatabase database, HandoffMetrics metrics, TimeProvider time, ILogger<BacklogWatch> log)
    {
        (_database, _time, _log) = (database, time, log);
        _gauges = metrics.Show(() => _latest);
    }

    /// <summary>Reads once, if anybody wants to know.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_gauges.Any(gauge => gauge.Enabled))
        {
            await using var db = _database.Open();
            _latest = await Backlog.ReadAsync(db, _time.GetUtcNow().UtcDateTime, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryRunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryRunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            HandoffLog.LoopFailed(_log, nameof(BacklogWatch), error);
        }
    }
}
