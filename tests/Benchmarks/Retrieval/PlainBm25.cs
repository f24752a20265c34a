namespace Warmline.Benchmarks.Retrieval;

/// <summary>BM25 as textbooks have it (k1 1.2, b 0.75) over lower-cased words: what a shop gets from a search box.</summary>
internal sealed class PlainBm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly List<(string Key, Dictionary<string, int> Counts, int Length)> _articles;
    private readonly Dictionary<string, int> _articlesWith;
    private readonly double _average;

    public PlainBm25(FaqSet set)
    {
        _articles = [.. set.Articles.Select(article =>
        {
            var words = article.Variants.Append(article.Question).Append(article.Answer).SelectMany(Words).ToList();
            return (article.Key, words.CountBy(word => word).ToDictionary(), words.Count);
        })];
        _articlesWith = _articles.SelectMany(article => article.Counts.Keys).CountBy(word => word).ToDictionary();
        _average = _articles.Average(article => article.Length);
    }

    public string Best(string question)
    {
        var words = Words(question).Distinct().ToList();
        return _articles.MaxBy(article => words.Sum(word => Score(word, article.Counts.GetValueOrDefault(word), article.Length))).Key;
    }

    private double Score(string word, int count, int length)
    {
        var with = _articlesWith.GetValueOrDefault(word);
        return Math.Log(1 + ((_articles.Count - with + 0.5) / (with + 0.5))) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * length / _average))));
    }

    private static IEnumerable<string> Words(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
