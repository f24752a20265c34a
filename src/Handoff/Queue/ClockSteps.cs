using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff.Queue;

/// <summary>
/// Notices that somebody set the machine's clock. Set back, what was due in a minute would be due in hours: it is due now.
/// Set forth, an agent seen a second ago would seem long gone: nobody is taken for gone until desks had time to show themselves.
/// </summary>
internal sealed class ClockSteps(HandoffDatabase database, TimeProvider time, ILogger<ClockSteps> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    // No lease and no pause of the bot is longer; a channel may ask for an hour of peace, a task waits five minutes.
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LongestPeace = TimeSpan.FromMinutes(61);
    private static readonly TimeSpan DesksShowThemselves = Presence.BeatEvery * 3;
    private readonly Lock _lock = new();
    private (DateTime Wall, long Steady)? _seen;
    private long? _setForthAt;

    // At first too: who knows what was done to the clock while nobody looked.
    private volatile bool _mayBeSetBack = true;

    /// <summary>Whether presence can be judged by the clock: it was not just set forth.</summary>
    public bool IsPresenceKnown()
    {
        Look();
        lock (_lock)
        {
            return _setForthAt is not { } at || time.GetElapsedTime(at) > DesksShowThemselves;
        }
    }

    /// <summary>One look; true when what was due too late was put right.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        Look();
        if (!_mayBeSetBack)
        {
            return false;
        }

        _mayBeSetBack = false;
        try
        {
            return await PullBackAsync(cancellationToken);
        }
        catch
        {
            _mayBeSetBack = true;
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            do
            {
                await TryRunOnceAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TryRunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            HandoffLog.LoopFailed(log, nameof(ClockSteps), error);
        }
    }

    private void Look()
    {
        lock (_lock)
        {
            var (wall, steady) = (time.GetUtcNow().UtcDateTime, time.GetTimestamp());
            var step = _seen is { } seen ? wall - seen.Wall - time.GetElapsedTime(seen.Steady, steady) : TimeSpan.Zero;
            _seen = (wall, steady);
            _setForthAt = step > Step ? steady : _setForthAt;
            _mayBeSetBack |= step < -Step;
        }
    }

    private Task<bool> PullBackAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (lease, pause, peace) = (now + LongestLease, now + LongestPause, now + LongestPeace);
        return database.WriteAsync(async db =>
        {
            await db.Set<Reader>().Where(r => r.DueAt > (r.Kind == ReaderKind.Bot ? lease : peace)).ExecuteUpdateAsync(set => set.SetProperty(r => r.DueAt, now));
            await db.Set<Reader>().Where(r => r.LeasedUntil > lease).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntil, (DateTime?)null));
            await db.Set<OutsideTask>().Where(t => t.DueAt > pause).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, now));
            await db.Set<ClockLease>().Where(l => l.Until > lease).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, now));
            await db.Set<AgentPresence>().Where(p => p.SeenAt > lease).ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now));
            await db.Set<QueueItem>().Where(i => i.State == QueueState.Requested && i.RequestedAt > lease).ExecuteUpdateAsync(set => set.SetProperty(i => i.RequestedAt, now));
            return true;
        }, cancellationToken);
    }
}
