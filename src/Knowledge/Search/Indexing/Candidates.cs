using System.Buffers;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>The articles that share a stem with a question, by BM25; only the best few are worth a closer look.</summary>
internal sealed class Candidates(Postings postings)
{
    private const int Most = 100;
    private const int HeaviestWords = 7;
    private const float Doubt = 1; // as if every question held one more word nobody knows: two words are weak evidence
    private const float UnknownWord = 0.5f;
    private const float Little = 0.15f;

    /// <summary>Which articles know what share (0 to 1) of the question's meaning.</summary>
    public List<(int Article, float Known)> Of(AskedQuestion asked)
    {
        var sums = ArrayPool<float>.Shared.Rent(postings.Articles);
        try
        {
            Array.Clear(sums, 0, postings.Articles);
            var whole = Doubt + asked.Words.Select(Weight).OrderDescending().Take(HeaviestWords).Sum();
            foreach (var word in asked.Words)
            {
                Add(sums, word);
            }

            return Best(sums, whole);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(sums);
        }
    }

    private void Add(float[] sums, AskedWord word)
    {
        if (word.Stem is not { } stem)
        {
            return;
        }

        var weight = Weight(word) * word.Certainty;
        foreach (var (article, count) in postings.Of(stem))
        {
            sums[article] += weight * postings.Share(article, count);
        }
    }

    private List<(int Article, float Known)> Best(float[] sums, float whole)
    {
        var best = new PriorityQueue<int, float>();
        for (var article = 0; article < postings.Articles; article++)
        {
            if (sums[article] > 0 && best.Count < Most)
            {
                best.Enqueue(article, sums[article]);
            }
            else if (sums[article] > 0 && best.TryPeek(out _, out var least) && sums[article] > least)
            {
                best.EnqueueDequeue(article, sums[article]);
            }
        }

        return [.. best.UnorderedItems.Select(item => (item.Element, Math.Min(1, item.Priority / whole)))];
    }

    private float Weight(AskedWord word)
    {
        var unknown = UnknownWord * postings.Rarity(null);
        var rarity = word.Certainty switch
        {
            >= 1 => postings.Rarity(word.Stem),
            > 0 => Math.Max(postings.Rarity(word.Stem), unknown),
            _ => unknown,
        };
        return rarity * (word.SaysLittle ? Little : word.Before);
    }
}
