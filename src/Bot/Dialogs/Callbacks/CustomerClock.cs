using Warmline.Bot.Understanding;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>Times as this customer's clock shows them: in the zone their client names, else in the shop's.</summary>
internal sealed class CustomerClock(CallbackBook book, string? zone, string language)
{
    public string? ZoneAt(DateTimeOffset at) => book.ForeignZone(zone, at);

    public string Write(DateTimeOffset at) => CallTime.Write(book.In(at, ZoneAt(at)), language, ZoneAt(at));

    public string Label(DateTimeOffset at) => CallTime.Label(book.In(at, ZoneAt(at)), language);

    public CallWish Read(WishedTime wish) => new(Mine(wish.From!.Value), wish.To is { } to ? Mine(to) : null);

    // Hours were read in the shop's zone; "in two hours" counts from now, shows odd seconds, and is the same everywhere.
    private DateTimeOffset Mine(DateTimeOffset read) =>
        ZoneAt(read) is { } theirs && read.Ticks % TimeSpan.TicksPerMinute == 0 ? book.Reread(read, theirs) : read;

    /// <summary>The wish in a line's times: the first with an hour, else the first. Null when there is none.</summary>
    public static (WishedTime Wish, string Words)? Of(Entities entities, DateTimeOffset now)
    {
        var time = entities.Times.FirstOrDefault(mention => mention.HasTime) ?? (entities.Times.Count > 0 ? entities.Times[0] : null);
        return time is null ? null
            : (time.HasTime && time.To is null && (time.From - now).Duration() < TimeSpan.FromMinutes(1) ? new WishedTime(null, null) : new WishedTime(time.From, time.To),
                entities.WhenWords ?? time.Quote);
    }
}
