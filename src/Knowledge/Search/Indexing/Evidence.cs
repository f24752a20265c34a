namespace Warmline.Knowledge.Search.Indexing;

/// <summary>What speaks for an article, each about 0 to 1.</summary>
/// <param name="Known">BM25: the share of the question's meaning that title, variants and answer know.</param>
/// <param name="Stems">The best variant's cosine by word stems.</param>
/// <param name="Grams">The best variant's cosine by character n-grams.</param>
/// <param name="Near">The mean of the three best variants' both cosines.</param>
/// <param name="Learned">What all variants teach together; null where nothing was learned.</param>
internal readonly record struct Evidence(float Known, float Stems, float Grams, float Near, float? Learned)
{
    // Learned on the even lines of our questions in four languages and by leaving out one training question after the other of the public sets.
    private static readonly float[] WithLearned = [0.20f, 0.10f, 0.15f, 0.15f, 0.40f];
    private static readonly float[] Without = [0.35f, 0.15f, 0.20f, 0.30f];

    /// <summary>All of it weighed together.</summary>
    public float Score => Learned is { } learned
        ? (WithLearned[0] * Known) + (WithLearned[1] * Stems) + (WithLearned[2] * Grams) + (WithLearned[3] * Near) + (WithLearned[4] * learned)
        : (Without[0] * Known) + (Without[1] * Stems) + (Without[2] * Grams) + (Without[3] * Near);
}
