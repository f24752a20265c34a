using System.Globalization;

namespace Warmline.Benchmarks.Understanding;

/// <summary>How a share, an interval or nothing is written.</summary>
internal static class Figure
{
    public const string None = "–";

    public static string Share(double? value) =>
        value is { } share && !double.IsNaN(share) ? share.ToString("0.000", CultureInfo.InvariantCulture) : None;

    public static string Interval(int part, int whole)
    {
        var (low, high) = Measures.Wilson(part, whole);
        return $"{Share(low)}–{Share(high)}";
    }

    public static string Mean(IEnumerable<bool> right)
    {
        var all = right.ToList();
        return Share(Counts.Share(all.Count(r => r), all.Count));
    }
}
