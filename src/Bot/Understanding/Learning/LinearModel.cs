using System.Numerics;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>One plane per label: how far a line lies on each label's side. Weights stand feature by feature, so that a line touches few places.</summary>
internal sealed record LinearModel(int Labels, float[] Weights, float[] Biases)
{
    public float[] Margins(SparseVector line)
    {
        var margins = (float[])Biases.Clone();
        for (var f = 0; f < line.At.Length; f++)
        {
            Add(margins, Of(line.At[f]), line.Value[f]);
        }

        return margins;
    }

    /// <summary>A feature's weight for every label.</summary>
    public ReadOnlySpan<float> Of(int feature) => Weights.AsSpan(feature * Labels, Labels);

    private static void Add(Span<float> sums, ReadOnlySpan<float> weights, float value)
    {
        var label = 0;
        for (; label <= sums.Length - Vector<float>.Count; label += Vector<float>.Count)
        {
            (new Vector<float>(sums[label..]) + (new Vector<float>(weights[label..]) * value)).CopyTo(sums[label..]);
        }

        for (; label < sums.Length; label++)
        {
            sums[label] += weights[label] * value;
        }
    }
}
