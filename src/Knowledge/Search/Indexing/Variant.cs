using System.Runtime.CompilerServices;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>A title or a way to ask: its words and how long the vectors of its stems and n-grams are.</summary>
internal sealed class Variant(string text, int[] words)
{
    private float _stemNorm;
    private float _gramNorm;

    public string Text { get; } = text;

    public int[] Words { get; } = words;

    public void Measure(Lexicon lexicon)
    {
        var (stems, grams) = (new List<(int Number, float Weight)>(), new List<(int Number, float Weight)>());
        foreach (var number in Words)
        {
            var word = lexicon[number];
            stems.Add((word.Stem, word.Weight));
            foreach (var gram in word.Grams)
            {
                grams.Add((gram, word.Weight));
            }
        }

        _stemNorm = Norm(stems, Math.Max, stem => lexicon.StemRarity(stem));
        _gramNorm = Norm(grams, static (left, right) => left + right, lexicon.GramRarity);
    }

    // Sorted rather than grouped: this runs for every text of every article.
    private static float Norm(List<(int Number, float Weight)> parts, Func<float, float, float> join, Func<int, float> rarity)
    {
        parts.Sort(static (left, right) => left.Number.CompareTo(right.Number));
        var squares = 0f;
        for (var at = 0; at < parts.Count;)
        {
            var (number, weight) = parts[at];
            while (++at < parts.Count && parts[at].Number == number)
            {
                weight = join(weight, parts[at].Weight);
            }

            squares += MathF.Pow(weight * rarity(number), 2);
        }

        return MathF.Sqrt(squares);
    }

    /// <summary>Cosines of the stems and of the n-grams.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (float Stems, float Grams) Match(AskedQuestion asked)
    {
        var (stems, grams) = (0f, 0f);
        var all = asked.Shared;
        foreach (var word in Words)
        {
            ref readonly var shared = ref all[word];
            stems += shared.Stems;
            grams += shared.Grams;
        }

        return (Cosine(stems, asked.StemNorm * _stemNorm), Cosine(grams, asked.GramNorm * _gramNorm));
    }

    private static float Cosine(float product, float norms) => norms > 0 ? Math.Min(1, product / norms) : 0;
}
