namespace Warmline.Benchmarks.Understanding;

/// <summary>Yes and no counted against what is right.</summary>
internal sealed record Counts(int Right, int False, int Missed)
{
    public double Recall => Share(Right, Right + Missed);

    public double Precision => Share(Right, Right + False);

    public double F1 => Share(2 * Right, (2 * Right) + False + Missed);

    public static Counts Of(IEnumerable<(bool Said, bool Due)> answers)
    {
        var all = answers.ToList();
        return new(all.Count(a => a.Said && a.Due), all.Count(a => a.Said && !a.Due), all.Count(a => !a.Said && a.Due));
    }

    public static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}

internal static class Measures
{
    private const double Z95 = 1.959964;
    private const int Bins = 10;

    /// <summary>Wilson's interval that holds the true share 95 times of 100.</summary>
    public static (double Low, double High) Wilson(int part, int whole)
    {
        if (whole == 0)
        {
            return (0, 1);
        }

        var (share, z2) = ((double)part / whole, Z95 * Z95 / whole);
        var middle = share + (z2 / 2);
        var half = Z95 * Math.Sqrt((share * (1 - share) / whole) + (z2 / (4 * whole)));
        return ((middle - half) / (1 + z2), (middle + half) / (1 + z2));
    }

    /// <summary>Mean over rows of |confidence − accuracy| in ten equal bins of the top confidence.</summary>
    public static double CalibrationError(IReadOnlyList<(double Confidence, bool IsRight)> rows) =>
        rows.GroupBy(row => Math.Min(Bins - 1, (int)(row.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(row => row.Confidence) - bin.Count(row => row.IsRight))) / rows.Count;
}
