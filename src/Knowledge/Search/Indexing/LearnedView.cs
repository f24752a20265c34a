using System.Runtime.CompilerServices;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// What the variants teach together: kernel ridge regression from a question to its article, the kernel being the likeness of two
/// questions. Unlike the nearest variant, it knows which words tell articles apart. Learned when the index is built, where there
/// is something to learn from and not too much of it.
/// </summary>
internal sealed class LearnedView
{
    private const int MostVariants = 1500;
    private const int FewestPerArticle = 3;
    private const float Ridge = 1;
    private const float GramShare = 0.4f;

    private readonly Variant[] _variants;
    private readonly float[][] _pulls;
    private readonly int _articles;

    private LearnedView(IReadOnlyList<IndexedArticle> articles, Func<string, AskedQuestion> ask)
    {
        _articles = articles.Count;
        var all = articles.SelectMany((article, number) => article.Variants.Select(variant => (Variant: variant, Article: number))).ToArray();
        _variants = [.. all.Select(pair => pair.Variant)];
        _pulls = [.. all.Select(pair => OneAt(pair.Article))];
        Cholesky.Solve(Likenesses(ask), _pulls);
    }

    /// <summary>Null where there is too little to learn from, or too much to learn quickly.</summary>
    public static LearnedView? Of(IReadOnlyList<IndexedArticle> articles, Func<string, AskedQuestion> ask)
    {
        var variants = articles.Sum(article => article.Variants.Length);
        return articles.Count > 1 && variants <= MostVariants && variants >= FewestPerArticle * articles.Count ? new(articles, ask) : null;
    }

    /// <summary>Whether so many texts would be learned from: then pairs of words are worth their room.</summary>
    public static bool IsFewEnough(int variants) => variants <= MostVariants;

    /// <summary>For each article, about 0 (nothing to do with it) to 1.</summary>
    public float[] Judge(AskedQuestion asked)
    {
        var (result, likenesses) = (new float[_articles], new float[_variants.Length]);
        Compare(asked, _variants, likenesses);
        for (var each = 0; each < _variants.Length; each++)
        {
            Cholesky.Subtract(result, _pulls[each], -likenesses[each]);
        }

        return result;
    }

    private float[][] Likenesses(Func<string, AskedQuestion> ask)
    {
        var matrix = new float[_variants.Length][];
        for (var row = 0; row < matrix.Length; row++)
        {
            matrix[row] = new float[_variants.Length];
            using var asked = ask(_variants[row].Text);
            Compare(asked, _variants.AsSpan(0, row), matrix[row]);
            matrix[row][row] = 1 + Ridge;
        }

        return matrix;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare(AskedQuestion asked, ReadOnlySpan<Variant> variants, float[] likenesses)
    {
        for (var each = 0; each < variants.Length; each++)
        {
            likenesses[each] = Likeness(asked, variants[each]);
        }
    }

    private static float Likeness(AskedQuestion asked, Variant variant)
    {
        var (stems, grams) = variant.Match(asked);
        return ((1 - GramShare) * stems) + (GramShare * grams);
    }

    private float[] OneAt(int article)
    {
        var row = new float[_articles];
        row[article] = 1;
        return row;
    }
}
