using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Handoff.Customers;
using Warmline.Handoff.Data;
using Warmline.Handoff.Delivery;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff.Conversations;

/// <summary>Removes conversations in which no customer ever wrote, a day after they began, and other things kept for nothing by then.</summary>
internal sealed class EmptyConversations(HandoffDatabase database, TimeProvider time, ILogger<EmptyConversations> log)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);
    private const int MostAtOnce = 500;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime - KeptFor;
        var removed = await database.WriteAsync(async db =>
        {
            // Locked first: a customer who begins to write at this very moment waits, or is spared.
            var candidates = await db.Set<Conversation>().Where(c => !c.CustomerSpoke && c.StartedAt < before).Select(c => c.Id).Take(MostAtOnce).ToListAsync();
            await db.Set<Conversation>().Where(c => candidates.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastSeq, c => c.LastSeq));
            var empty = await db.Set<Conversation>().AsNoTracking().Where(c => candidates.Contains(c.Id) && !c.CustomerSpoke).ToListAsync();
            var ids = empty.ConvertAll(c => c.Id);
            var customers = empty.ConvertAll(c => c.CustomerId);
            await db.Set<DeliveryRecord>().Where(d => ids.Contains(d.ConversationId)).ExecuteDeleteAsync();
            await db.Set<ChannelAddress>().Where(a => ids.Contains(a.ConversationId)).ExecuteDeleteAsync();
            await db.Set<LogLine>().Where(l => ids.Contains(l.ConversationId)).ExecuteDeleteAsync();
            await db.Set<Reader>().Where(r => ids.Contains(r.ConversationId)).ExecuteDeleteAsync();
            await db.Set<OutsideTask>().Where(t => ids.Contains(t.ConversationId)).ExecuteDeleteAsync();
            await db.Set<FactRecord>().Where(f => ids.Contains(f.ConversationId)).ExecuteDeleteAsync();
            await db.Set<Conversation>().Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(); // files go with it
            await db.Set<Customer>().Where(c => customers.Contains(c.Id) && !db.Set<Conversation>().Any(o => o.CustomerId == c.Id)).ExecuteDeleteAsync();
            await db.Set<VouchRecord>().Where(v => v.Until < before).ExecuteDeleteAsync();
            await OutsideTask.ForgetUnheardAsync(db, before);
            return empty.Count;
        }, cancellationToken);
        if (removed > 0)
        {
            HandoffLog.EmptyConversationsPurged(log, removed);
        }
    }
}
