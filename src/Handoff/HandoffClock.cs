using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Observing;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff;

/// <summary>The loops of the module: the queue's clock on one node, tasks on every node.</summary>
internal sealed class HandoffClock(
    HandoffDatabase database, HouseRound round, TaskWorker tasks, TimeProvider time, ILogger<HandoffClock> log) : BackgroundService
{
    // A shop that is down makes each task slow; the queue's clock must not wait for all of them.
    private const int MostTasksInARound = 3;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QueueEvery = TimeSpan.FromSeconds(10);

    /// <summary>For the health check: a loop that hangs or keeps failing does not beat.</summary>
    internal ClockPulse Pulse { get; } = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                HandoffLog.LoopFailed(log, nameof(HandoffClock), error);
            }
        }
    }

    /// <summary>One round of everything the clock does.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await ClockLease.TakeAsync(database, "queue", QueueEvery, time.GetUtcNow().UtcDateTime, cancellationToken))
        {
            await round.RunOnceAsync(cancellationToken);
        }

        Pulse.Beat();
        for (var done = 0; done < MostTasksInARound && await tasks.RunOnceAsync(cancellationToken); done++)
        {
            Pulse.Beat();
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
