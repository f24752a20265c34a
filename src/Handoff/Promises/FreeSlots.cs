using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>Slots that have a place left.</summary>
internal static class FreeSlots
{
    public static async Task<List<CallSlot>> ReadAsync(
        HandoffDb db, CallCalendar calendar, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var places = calendar.Terms.CallsPerSlot;
        var full = await db.Set<CallPlace>().Where(p => p.SlotAt >= from && p.SlotAt < to)
            .GroupBy(p => p.SlotAt).Where(slot => slot.Count() >= places).Select(slot => slot.Key).ToListAsync(cancellationToken);
        return [.. calendar.Slots(from, to).Where(slot => !full.Contains(slot.Start))];
    }

    /// <summary>Until when after an unanswered call nobody rings again: it doubles with each try.</summary>
    public static TimeSpan PauseAfter(CallbackOptions terms, int tries) => terms.RetryAfter * Math.Pow(2, tries - 1);
}
