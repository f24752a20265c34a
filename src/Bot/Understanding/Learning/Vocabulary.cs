using System.Runtime.InteropServices;

namespace Warmline.Bot.Understanding.Learning;

/// <summary>A line as numbers: which features of the vocabulary it has, and how much each counts.</summary>
internal readonly record struct SparseVector(int[] At, float[] Value);

/// <summary>
/// The features worth knowing and how rare each is. A line's features count by rarity and (damped) by how often they occur;
/// each kind is brought to a length of its own, so that long lines count no more than short ones. What was never seen counts
/// for the length alone: a line full of strange words comes near no label.
/// </summary>
internal sealed class Vocabulary
{
    // Pieces carry more than words wherever words are inflected or mistyped.
    private static readonly float[] Shares = [0.7f, 1, 1.4f, 0.6f, 0.7f];
    private const float StrangeShare = 0.5f;

    private readonly FeatureIndex _index;
    private readonly float[] _rarity;
    private readonly float _strange;

    public Vocabulary(uint[] hashes, float[] rarity)
    {
        Hashes = hashes;
        _rarity = rarity;
        _strange = rarity.Length == 0 ? 0 : StrangeShare * rarity.Max() * rarity.Max();
        _index = new FeatureIndex(hashes);
    }

    public uint[] Hashes { get; }

    public ReadOnlySpan<float> Rarity => _rarity;

    /// <summary>Learns from lines that were taken apart. Pieces of words that occur in fewer lines than asked for are left out: they only make the model larger.</summary>
    public static Vocabulary Learn(IReadOnlyList<IReadOnlyList<Feature>> lines, int leastLines)
    {
        var (known, seen) = (new Dictionary<uint, (int Lines, FeatureKind Kind)>(), new HashSet<uint>());
        foreach (var line in lines)
        {
            seen.Clear();
            foreach (var feature in line.Where(feature => seen.Add(feature.Hash)))
            {
                known[feature.Hash] = (known.GetValueOrDefault(feature.Hash).Lines + 1, feature.Kind);
            }
        }

        var kept = known.Where(entry => entry.Value.Kind is not (FeatureKind.Piece or FeatureKind.Trace) || entry.Value.Lines >= leastLines).OrderBy(entry => entry.Key).ToList();
        return new Vocabulary(
            [.. kept.Select(entry => entry.Key)],
            [.. kept.Select(entry => (float)(Math.Log((1.0 + lines.Count) / (1 + entry.Value.Lines)) + 1))]);
    }

    public TakenLine Locate(List<Feature> features) => new(_index.Find(CollectionsMarshal.AsSpan(features)));

    public SparseVector Weigh(List<Feature> features) => Weigh(Locate(features));

    public SparseVector Weigh(TakenLine line)
    {
        using var counts = new Counts(line.Features.Length);
        Span<float> squares = stackalloc float[Shares.Length];
        foreach (var feature in line.Features)
        {
            if (feature.At >= 0)
            {
                counts.Add(feature.At, feature.Kind);
            }
            else
            {
                squares[(int)feature.Kind] += _strange;
            }
        }

        return Level(counts.All, squares);
    }

    private SparseVector Level(ReadOnlySpan<Counted> counted, Span<float> squares)
    {
        var (places, values) = (new int[counted.Length], new float[counted.Length]);
        for (var next = 0; next < counted.Length; next++)
        {
            var (at, often, kind) = counted[next];
            var value = often == 1 ? _rarity[at] : (1 + MathF.Log(often)) * _rarity[at];
            (places[next], values[next]) = (at, value);
            squares[(int)kind] += value * value;
        }

        for (var kind = 0; kind < squares.Length; kind++)
        {
            squares[kind] = Shares[kind] / MathF.Sqrt(squares[kind]);
        }

        for (var next = 0; next < counted.Length; next++)
        {
            values[next] *= squares[(int)counted[next].Kind];
        }

        return new SparseVector(places, values);
    }
}
