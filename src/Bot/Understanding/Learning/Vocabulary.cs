namespace Warmline.Bot.Understanding.Learning;

/// <summary>A line as numbers: which features of the vocabulary it has, and how much each counts. Sorted by nothing.</summary>
internal readonly record struct SparseVector(int[] At, float[] Value);

/// <summary>
/// The features worth knowing and how rare each is. A line's features count by rarity and (damped) by how often they occur;
/// words and pieces are each brought to length one, so that long lines count no more than short ones.
/// </summary>
internal sealed class Vocabulary
{
    // Pieces carry more than words wherever words are inflected or mistyped.
    private const float WordsShare = 0.7f;

    private readonly Dictionary<uint, int> _index;
    private readonly float[] _rarity;

    public Vocabulary(uint[] hashes, float[] rarity)
    {
        Hashes = hashes;
        _rarity = rarity;
        _index = new Dictionary<uint, int>(hashes.Length);
        for (var at = 0; at < hashes.Length; at++)
        {
            _index[hashes[at]] = at;
        }
    }

    public uint[] Hashes { get; }

    public IReadOnlyList<float> Rarity => _rarity;

    public int Size => Hashes.Length;

    /// <summary>Learns from lines. Pieces that occur in fewer lines than <paramref name="leastLines"/> are left out: they only make the model larger.</summary>
    public static Vocabulary Learn(IEnumerable<Line> lines, int leastLines)
    {
        var known = new Dictionary<uint, (int Lines, FeatureKind Kind)>();
        var (count, features, seen) = (0, new List<Feature>(), new HashSet<uint>());
        foreach (var line in lines)
        {
            count++;
            features.Clear();
            seen.Clear();
            FeatureReader.Read(line, features);
            foreach (var feature in features.Where(feature => seen.Add(feature.Hash)))
            {
                known[feature.Hash] = (known.GetValueOrDefault(feature.Hash).Lines + 1, feature.Kind);
            }
        }

        var kept = known.Where(entry => entry.Value.Lines >= (entry.Value.Kind == FeatureKind.Word ? 1 : leastLines)).OrderBy(entry => entry.Key).ToList();
        return new Vocabulary(
            [.. kept.Select(entry => entry.Key)],
            [.. kept.Select(entry => (float)(Math.Log((1.0 + count) / (1 + entry.Value.Lines)) + 1))]);
    }

    public SparseVector Read(Line line)
    {
        var features = new List<Feature>(line.Text.Length * 5);
        FeatureReader.Read(line, features);
        return Weigh(features);
    }

    /// <summary>The index of a feature, or -1 when it was never seen.</summary>
    public int Find(uint hash) => _index.TryGetValue(hash, out var at) ? at : -1;

    private SparseVector Weigh(List<Feature> features)
    {
        var times = new Dictionary<int, (int Times, FeatureKind Kind)>(features.Count);
        foreach (var feature in features)
        {
            if (_index.TryGetValue(feature.Hash, out var at))
            {
                times[at] = (times.GetValueOrDefault(at).Times + 1, feature.Kind);
            }
        }

        var (places, values, kinds) = (new int[times.Count], new float[times.Count], new FeatureKind[times.Count]);
        var next = 0;
        foreach (var (at, (often, kind)) in times)
        {
            places[next] = at;
            kinds[next] = kind;
            values[next++] = (float)(1 + Math.Log(often)) * _rarity[at];
        }

        Level(values, kinds, FeatureKind.Word, WordsShare);
        Level(values, kinds, FeatureKind.Piece, 1);
        return new SparseVector(places, values);
    }

    private static void Level(float[] values, FeatureKind[] kinds, FeatureKind kind, float share)
    {
        var squares = 0.0;
        for (var at = 0; at < values.Length; at++)
        {
            squares += kinds[at] == kind ? values[at] * values[at] : 0;
        }

        var scale = (float)(share / Math.Sqrt(Math.Max(squares, 1e-9)));
        for (var at = 0; at < values.Length; at++)
        {
            values[at] *= kinds[at] == kind ? scale : 1;
        }
    }
}
