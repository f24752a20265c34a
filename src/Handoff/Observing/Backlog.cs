using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff.Observing;

/// <summary>What waits to be done, at one moment, in the whole house (all nodes see the same).</summary>
internal sealed record Backlog(IReadOnlyDictionary<string, TimeSpan> ReaderLags, int Waiting, TimeSpan OldestWaiting, int TasksWaiting)
{
    public static readonly Backlog Empty = new(new Dictionary<string, TimeSpan>(), 0, TimeSpan.Zero, 0);

    public static async Task<Backlog> ReadAsync(HandoffDb db, DateTime now, CancellationToken cancellationToken)
    {
        var due = await db.Set<Reader>().Where(r => r.DueAt != null).GroupBy(r => r.Kind)
            .Select(kind => new { kind.Key, Oldest = kind.Min(r => r.DueAt) }).ToListAsync(cancellationToken);
        var waiting = await db.Set<QueueItem>().Where(i => i.State == QueueState.Requested).GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Oldest = all.Min(i => i.RequestedAt) }).SingleOrDefaultAsync(cancellationToken);
        var lags = due.ToDictionary(kind => kind.Key.ToString().ToLowerInvariant(), kind => Age(kind.Oldest, now));
        lags.TryAdd("bot", TimeSpan.Zero);
        return new Backlog(
            lags, waiting?.Count ?? 0, Age(waiting?.Oldest, now),
            await db.Set<OutsideTask>().CountAsync(t => t.DueAt != null, cancellationToken));
    }

    private static TimeSpan Age(DateTime? since, DateTime now) => since < now ? now - since.Value : TimeSpan.Zero;
}
