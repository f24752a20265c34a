using Microsoft.EntityFrameworkCore;
using NodaTime;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>What calls can be promised, and which one was. Reading promises nothing: only the turn's commit takes a place.</summary>
public sealed class CallbackBook
{
    private readonly HandoffDatabase _database;
    private readonly CallCalendar _calendar;
    private readonly TimeProvider _time;

    internal CallbackBook(HandoffDatabase database, CallCalendar calendar, TimeProvider time) =>
        (_database, _calendar, _time) = (database, calendar, time);

    /// <summary>Free slots for a wish, or the nearest ones and why the wish can't be met. Null wishes for any time.</summary>
    public async Task<CallOffer> OfferAsync(CallWish? wish, int most, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var free = await FreeAsync(now, cancellationToken);
        if (wish is null)
        {
            return new CallOffer(WishFault.None, Local(free.Take(most)), IsExact: true);
        }

        var (from, to) = (wish.From.UtcDateTime, EndOf(wish));
        var wanted = free.Where(slot => Meets(slot, from, to)).ToList();
        if (wanted.Count > 0)
        {
            return new CallOffer(WishFault.None, Local(wanted.Take(most)), wanted.Count == 1 || from == to);
        }

        var nearest = free.OrderBy(slot => (slot.Start - from).Duration()).Take(most).OrderBy(slot => slot.Start);
        return new CallOffer(FaultOf(from, to, now), Local(nearest), IsExact: false);
    }

    /// <summary>Whether a slot that was offered still has a place.</summary>
    public async Task<bool> IsFreeAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        (await FreeAsync(_time.GetUtcNow().UtcDateTime, cancellationToken)).Exists(slot => slot.Start == at.UtcDateTime);

    /// <summary>The latest call promised in a conversation; null when there never was one.</summary>
    public async Task<PlannedCall?> LatestAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var call = await db.Set<CallbackRequest>().AsNoTracking().Where(c => c.ConversationId == conversationId)
            .OrderByDescending(c => c.RequestedAt).FirstOrDefaultAsync(cancellationToken);
        return call is null ? null : new PlannedCall(call.Reference, call.State, _calendar.Local(call.At), call.Phone, call.Topic, call.WantsReminder);
    }

    /// <summary>A moment as it is in another zone; the shop's when that zone is unknown.</summary>
    public DateTimeOffset In(DateTimeOffset moment, string? zone) => _calendar.Local(moment.UtcDateTime, zone);

    /// <summary>The customer's zone if there is such a zone and its clocks show another time at that moment; else null.</summary>
    public string? ForeignZone(string? zone, DateTimeOffset at) =>
        zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null && In(at, zone).Offset != In(at, null).Offset ? zone : null;

    /// <summary>What the customer's clock shows, taken for the shop's, in the customer's zone: "at four" is four where they are.</summary>
    public DateTimeOffset Reread(DateTimeOffset shopTime, string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } theirs
            ? theirs.AtLeniently(LocalDateTime.FromDateTime(_calendar.Local(shopTime.UtcDateTime).DateTime)).ToDateTimeOffset()
            : shopTime;

    private async Task<List<CallSlot>> FreeAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await FreeSlots.ReadAsync(db, _calendar, now + _calendar.Terms.LeadTime, _calendar.Horizon(now), cancellationToken);
    }

    // "After four" ends with the day.
    private DateTime EndOf(CallWish wish) => wish.To?.UtcDateTime ?? _calendar.StartOf(_calendar.DateOf(wish.From.UtcDateTime).PlusDays(1));

    private static bool Meets(CallSlot slot, DateTime from, DateTime to) =>
        from == to ? slot.Start <= from && from < slot.End : slot.Start >= from && slot.Start < to;

    private WishFault FaultOf(DateTime from, DateTime to, DateTime now)
    {
        var day = _calendar.DateOf(from);
        return to <= now ? WishFault.Past
            : from >= _calendar.Horizon(now) ? WishFault.TooFar
            : !_calendar.Slots(from - _calendar.Terms.SlotLength, to == from ? to.AddTicks(1) : to).Any(slot => Meets(slot, from, to))
                ? (_calendar.KindOf(day) == DayKind.Holiday ? WishFault.Holiday : WishFault.Closed)
            : !_calendar.Slots(now + _calendar.Terms.LeadTime, _calendar.Horizon(now)).Any(slot => Meets(slot, from, to)) ? WishFault.TooSoon
            : WishFault.Full;
    }

    private List<DateTimeOffset> Local(IEnumerable<CallSlot> slots) => [.. slots.Select(slot => _calendar.Local(slot.Start))];
}
