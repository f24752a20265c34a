using System.Diagnostics.Metrics;

namespace Warmline.Bot.Observing;

/// <summary>The rooms a customer's line passes through on its way to an answer.</summary>
internal enum Room
{
    /// <summary>The posted line is made durable; only then is it acknowledged.</summary>
    Store,

    /// <summary>From stored to the turn that reads it: the bell, the lane, a place among those side by side.</summary>
    Wait,

    /// <summary>The turn reads what it needs.</summary>
    Load,

    /// <summary>Understanding, policy and dialog; the shop's system too, where it is asked.</summary>
    Decide,

    /// <summary>The turn is made durable.</summary>
    Commit,

    /// <summary>From the bell to the lines in the hands of an open socket.</summary>
    Deliver,
}

/// <summary>How long lines spend in each room: one histogram, one tag.</summary>
internal sealed class RoomTimes(IMeterFactory meters, TimeProvider time)
{
    public const string MeterName = "Warmline";

    public static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    };

    private static readonly KeyValuePair<string, object?>[] Tags =
        [.. Enum.GetValues<Room>().Select(room => new KeyValuePair<string, object?>("room", Enum.GetName(room)!.ToLowerInvariant()))];

    private readonly Histogram<double> _times =
        meters.Create(MeterName).CreateHistogram("warmline.room.duration", "s", "Time a line spends in each room.", advice: Buckets);

    public void Spent(Room room, TimeSpan duration) => _times.Record(duration.TotalSeconds, Tags[(int)room]);

    /// <summary>Measures work that succeeds; what fails is counted elsewhere.</summary>
    public async Task<T> MeasureAsync<T>(Room room, Task<T> work)
    {
        var began = time.GetTimestamp();
        var result = await work;
        Spent(room, time.GetElapsedTime(began));
        return result;
    }
}
