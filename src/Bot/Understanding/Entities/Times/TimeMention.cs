namespace Warmline.Bot.Understanding;

/// <summary>A day or time the customer named, as an interval in the shop's time zone.</summary>
/// <param name="Quote">The customer's own words.</param>
/// <param name="From">The beginning; for "before four" the beginning of that day, or now.</param>
/// <param name="To">The end, not included; the same as <paramref name="From"/> for one moment ("at four"), null when open ("after four").</param>
/// <param name="HasTime">False when only days were named.</param>
internal sealed record TimeMention(string Quote, DateTimeOffset From, DateTimeOffset? To, bool HasTime)
{
    /// <summary>The day, if something that is over was told of: today at the latest; null when the words can only mean a day to come.</summary>
    public DateOnly? Over { get; init; }
}
