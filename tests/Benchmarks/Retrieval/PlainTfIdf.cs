using System.Runtime.InteropServices;

namespace Warmline.Benchmarks.Retrieval;

/// <summary>
/// TF-IDF as textbooks have it: words and pairs of words, and runs of two to five characters inside a word and its borders; one vector
/// of length one for all that an article says, the nearest by cosine. The baseline that the aims in <c>eval/README.md</c> come from.
/// </summary>
internal sealed class PlainTfIdf
{
    private const int Shortest = 2;
    private const int Longest = 5;

    private readonly string[] _keys;
    private readonly Dictionary<string, int> _articlesWith;
    private readonly Dictionary<string, List<(int Article, double Weight)>> _postings = [];

    public PlainTfIdf(FaqSet set)
    {
        _keys = [.. set.Articles.Select(article => article.Key)];
        var counts = set.Articles.Select(article => Counted(article.Variants.Prepend(article.Question).Append(article.Answer))).ToList();
        _articlesWith = counts.SelectMany(article => article.Keys).CountBy(feature => feature).ToDictionary();
        for (var article = 0; article < counts.Count; article++)
        {
            var length = Math.Sqrt(counts[article].Sum(each => Math.Pow(each.Value * Rarity(each.Key), 2)));
            foreach (var (feature, count) in counts[article])
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, feature, out _) ??= []).Add((article, count * Rarity(feature) / length));
            }
        }
    }

    public string Best(string question)
    {
        var scores = new double[_keys.Length];
        foreach (var (feature, count) in Counted([question]).Where(each => _postings.ContainsKey(each.Key)))
        {
            foreach (var (article, weight) in _postings[feature])
            {
                scores[article] += count * Rarity(feature) * weight;
            }
        }

        return _keys[Array.IndexOf(scores, scores.Max())];
    }

    private double Rarity(string feature) => Math.Log((1.0 + _keys.Length) / (1 + _articlesWith[feature])) + 1;

    private static Dictionary<string, int> Counted(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>();
        foreach (var feature in texts.SelectMany(text => Features(text.ToLowerInvariant())))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        return counts;
    }

    private static IEnumerable<string> Features(string text)
    {
        var words = new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var pieces = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => $" {word} ").SelectMany(word =>
            Enumerable.Range(Shortest, Longest - Shortest + 1).SelectMany(length =>
                Enumerable.Range(0, Math.Max(0, word.Length - length + 1)).Select(start => $"#{word.AsSpan(start, length)}")));
        return words.Concat(words.Zip(words.Skip(1), (left, right) => $"{left} {right}")).Concat(pieces);
    }
}
