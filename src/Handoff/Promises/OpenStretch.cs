using NodaTime;
using NodaTime.Text;

namespace Warmline.Handoff.Promises;

/// <summary>A stretch of a day in which the shop calls; the end is not included. Midnight as an end is the end of the day.</summary>
internal sealed record OpenStretch(LocalTime From, LocalTime To)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public bool EndsAtMidnight => To == LocalTime.Midnight;

    /// <summary>"09:00-12:00, 13:00-17:00". Null when it can't be read, is out of order or overlaps.</summary>
    public static IReadOnlyList<OpenStretch>? ReadAll(string? written)
    {
        var all = new List<OpenStretch>();
        foreach (var part in (written ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Read(ends[0]) is not { } from || Read(ends[1] == "24:00" ? "00:00" : ends[1]) is not { } to
                || (to <= from && to != LocalTime.Midnight) || (all.Count > 0 && (all[^1].EndsAtMidnight || from < all[^1].To)))
            {
                return null;
            }

            all.Add(new OpenStretch(from, to));
        }

        return all;
    }

    private static LocalTime? Read(string written) => Clock.Parse(written) is { Success: true } read ? read.Value : null;
}
