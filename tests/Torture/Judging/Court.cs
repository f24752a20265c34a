using System.Globalization;

namespace Warmline.Torture.Judging;

/// <summary>What was found to be wrong, and what was measured.</summary>
internal sealed class Court(int seed, Func<int> kills)
{
    private const int MostTold = 50;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<double>> _times = new(StringComparer.Ordinal);

    public int Violations { get; private set; }

    /// <summary>Something that must not happen. It is told at once, with what is needed to look for it.</summary>
    public void Accuse(string what, string? conversation, string expected, string found)
    {
        lock (_lock)
        {
            if (++Violations <= MostTold)
            {
                Console.WriteLine($"VIOLATION {what}: seed {seed}, after kill {kills()}, conversation {conversation ?? "-"}\n  expected: {expected}\n  found:    {found}");
            }
        }
    }

    public void Count(string what, long by = 1)
    {
        lock (_lock)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + by;
        }
    }

    public void Time(string what, TimeSpan took)
    {
        lock (_lock)
        {
            if (!_times.TryGetValue(what, out var times))
            {
                _times[what] = times = [];
            }

            times.Add(took.TotalSeconds);
        }
    }

    public string Report()
    {
        lock (_lock)
        {
            var counts = _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"  {c.Key,-52} {c.Value,9}");
            var times = _times.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"  {t.Key,-52} {Percentiles(t.Value)}");
            return string.Join('\n', [.. counts, .. times, $"  {"violations",-52} {Violations,9}"]);
        }
    }

    private static string Percentiles(List<double> values)
    {
        var sorted = values.Order().ToList();
        string At(double share) => sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)].ToString("F1", CultureInfo.InvariantCulture);
        return $"p50 {At(0.5)} s, p95 {At(0.95)} s, max {At(1)} s  ({sorted.Count})";
    }
}
