using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Conversations;

/// <summary>
/// Rings again for conversations that grew without a ring: it was lost between nodes, or the node that wrote died before it. One look
/// for everybody who follows something in this process, however many they are.
/// </summary>
internal sealed class MissedRings(HandoffDatabase database, ConversationBell bell, TimeProvider time, ILogger<MissedRings> log) : BackgroundService
{
    private const int AtOnce = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private static readonly Ring News = new();
    private Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    /// <summary>One look. A conversation that is new here rings too: who knows what was missed before.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in bell.Followed.Chunk(AtOnce))
        {
            await using var db = database.Open();
            var last = await db.Set<Conversation>().Where(c => some.Contains(c.Id)).Select(c => new { c.Id, c.LastSeq }).ToListAsync(cancellationToken);
            last.ForEach(c => seen[c.Id] = c.LastSeq);
        }

        var before = Interlocked.Exchange(ref _seen, seen);
        foreach (var (id, last) in seen.Where(now => before.GetValueOrDefault(now.Key, -1) != now.Value))
        {
            bell.RingHere(id, News);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
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
            HandoffLog.LoopFailed(log, nameof(MissedRings), error);
        }
    }
}
