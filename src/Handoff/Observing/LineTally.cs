using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Observing;

/// <summary>Counts the lines that one write adds; told to the metrics only once they are durable.</summary>
internal sealed class LineTally
{
    private readonly Dictionary<AuthorRole, int> _counts = [];

    public IEnumerable<KeyValuePair<AuthorRole, int>> Counts => _counts;

    /// <summary>Does the work, which may be its second run: only the last one counts.</summary>
    public Task<T> CountAsync<T>(HandoffDb db, Func<HandoffDb, Task<T>> work)
    {
        _counts.Clear();
        db.ChangeTracker.Tracked += (_, tracked) =>
        {
            if (tracked.Entry is { State: EntityState.Added, Entity: LogLine line })
            {
                _counts[line.Role] = _counts.GetValueOrDefault(line.Role) + 1;
            }
        };
        return work(db);
    }
}
