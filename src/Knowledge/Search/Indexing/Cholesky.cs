using System.Numerics;
using System.Runtime.CompilerServices;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// Solves A X = Y for a symmetric positive definite A, all columns of Y at once. Both are overwritten; Y becomes X.
/// Optimized at once: it runs when the program starts, where the runtime would not come to it in time.
/// </summary>
internal static class Cholesky
{
    public static void Solve(float[][] a, float[][] y)
    {
        Factorize(a);
        for (var row = 0; row < a.Length; row++)
        {
            for (var before = 0; before < row; before++)
            {
                Subtract(y[row], y[before], a[row][before]);
            }

            Divide(y[row], a[row][row]);
        }

        for (var row = a.Length - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < a.Length; after++)
            {
                Subtract(y[row], y[after], a[after][row]);
            }

            Divide(y[row], a[row][row]);
        }
    }

    private static void Factorize(float[][] a)
    {
        for (var row = 0; row < a.Length; row++)
        {
            for (var column = 0; column < row; column++)
            {
                a[row][column] = (a[row][column] - Dot(a[row], a[column], column)) / a[column][column];
            }

            a[row][row] = MathF.Sqrt(Math.Max(float.Epsilon, a[row][row] - Dot(a[row], a[row], row)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(float[] left, float[] right, int length)
    {
        var (sums, at) = (Vector<float>.Zero, 0);
        for (; at + Vector<float>.Count <= length; at += Vector<float>.Count)
        {
            sums += new Vector<float>(left, at) * new Vector<float>(right, at);
        }

        var sum = Vector.Sum(sums);
        for (; at < length; at++)
        {
            sum += left[at] * right[at];
        }

        return sum;
    }

    /// <summary>target −= factor × what.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(float[] target, float[] what, float factor)
    {
        if (factor == 0)
        {
            return;
        }

        var (factors, at) = (new Vector<float>(factor), 0);
        for (; at + Vector<float>.Count <= target.Length; at += Vector<float>.Count)
        {
            (new Vector<float>(target, at) - (factors * new Vector<float>(what, at))).CopyTo(target, at);
        }

        for (; at < target.Length; at++)
        {
            target[at] -= factor * what[at];
        }
    }

    private static void Divide(float[] row, float by)
    {
        for (var at = 0; at < row.Length; at++)
        {
            row[at] /= by;
        }
    }
}
