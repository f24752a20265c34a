using System.Diagnostics;

namespace Warmline.Benchmarks.Load;

/// <summary>How long things took, every one of them.</summary>
internal sealed class Latencies
{
    private readonly long[] _sorted;

    public Latencies(IEnumerable<long> ticks)
    {
        _sorted = [.. ticks];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    /// <summary>In milliseconds; NaN when there is none.</summary>
    public double At(double share) =>
        _sorted.Length == 0 ? double.NaN : _sorted[(int)Math.Min(share * _sorted.Length, _sorted.Length - 1)] * 1000.0 / Stopwatch.Frequency;
}
