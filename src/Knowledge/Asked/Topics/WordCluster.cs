namespace Warmline.Knowledge.Asked.Topics;

/// <summary>Texts that are about the same; their middle is the sum of their vectors.</summary>
internal sealed class WordCluster
{
    private readonly Dictionary<int, float> _sum = [];
    private float _squares;

    public List<(int Text, WordVector Vector, int Count)> Members { get; } = [];

    public int Count { get; private set; }

    /// <summary>The words that say most of what it is about.</summary>
    public IEnumerable<KeyValuePair<int, float>> Strongest(int most) => _sum.OrderByDescending(term => term.Value).ThenBy(term => term.Key).Take(most);

    public void Add(int text, WordVector vector, int count)
    {
        Members.Add((text, vector, count));
        Count += count;
        for (var at = 0; at < vector.Terms.Length; at++)
        {
            var (before, more) = (_sum.GetValueOrDefault(vector.Terms[at]), vector.Weights[at] * count);
            _squares += (2 * before * more) + (more * more);
            _sum[vector.Terms[at]] = before + more;
        }
    }

    public void Take(WordCluster other) => other.Members.ForEach(member => Add(member.Text, member.Vector, member.Count));

    /// <summary>How near a text is to the middle, 0 to 1.</summary>
    public float Nearness(WordVector vector)
    {
        var dot = 0f;
        for (var at = 0; at < vector.Terms.Length; at++)
        {
            dot += vector.Weights[at] * _sum.GetValueOrDefault(vector.Terms[at]);
        }

        return _squares > 0 ? dot / MathF.Sqrt(_squares) : 0;
    }

    public float Nearness(WordCluster other)
    {
        var dot = other._sum.Sum(term => term.Value * _sum.GetValueOrDefault(term.Key));
        return _squares > 0 && other._squares > 0 ? dot / MathF.Sqrt(_squares * other._squares) : 0;
    }
}
