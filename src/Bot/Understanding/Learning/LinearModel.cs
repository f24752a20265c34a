using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// One plane per label: how far a line lies on each label's side. Weights stand feature by feature, so that a line touches few
/// places, a byte each: what a line costs is mostly waiting for memory.
/// </summary>
internal sealed record LinearModel(int Labels, sbyte[] Weights, float Scale, float[] Biases)
{
    private const int Eight = 8;
    private const int Four = 4;

    /// <summary>The same with each weight rounded to a byte's worth of the largest.</summary>
    public static LinearModel Of(int labels, float[] weights, float[] biases)
    {
        var largest = weights.Length == 0 ? 0 : weights.Max(Math.Abs);
        var scale = largest > 0 ? largest / sbyte.MaxValue : 1;
        return new LinearModel(labels, Array.ConvertAll(weights, weight => (sbyte)MathF.Round(weight / scale)), scale, biases);
    }

    public float[] Margins(SparseVector line)
    {
        var margins = (float[])Biases.Clone();
        for (var f = 0; f < line.At.Length; f++)
        {
            Add(margins, Row(line.At[f]), line.Value[f] * Scale);
        }

        return margins;
    }

    /// <summary>A feature's weight for a label.</summary>
    public float Of(int feature, int label) => Row(feature)[label] * Scale;

    private ReadOnlySpan<sbyte> Row(int feature) => Weights.AsSpan(feature * Labels, Labels);

    private static void Add(Span<float> sums, ReadOnlySpan<sbyte> weights, float value)
    {
        var label = 0;
        for (; label <= sums.Length - Eight; label += Eight)
        {
            var (low, high) = Vector128.Widen(Widen(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(weights[label..]))));
            var eight = Vector256.Create(Vector128.ConvertToSingle(low), Vector128.ConvertToSingle(high));
            (Vector256.Create<float>(sums[label..]) + (eight * value)).CopyTo(sums[label..]);
        }

        for (; label <= sums.Length - Four; label += Four)
        {
            var four = Vector128.ConvertToSingle(Vector128.WidenLower(Widen(MemoryMarshal.Read<int>(MemoryMarshal.AsBytes(weights[label..])))));
            (Vector128.Create<float>(sums[label..]) + (four * value)).CopyTo(sums[label..]);
        }

        for (; label < sums.Length; label++)
        {
            sums[label] += weights[label] * value;
        }
    }

    private static Vector128<short> Widen(long bytes) => Vector128.WidenLower(Vector128.CreateScalar(bytes).AsSByte());
}
