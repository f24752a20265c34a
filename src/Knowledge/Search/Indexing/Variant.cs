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
        var stems = Words.Select(word => lexicon[word]).GroupBy(word => word.Stem)
            .Sum(same => MathF.Pow(same.Max(word => word.Weight) * lexicon.StemRarity(same.Key), 2));
        var grams = Words.SelectMany(word => lexicon[word].Grams.Select(gram => (gram, lexicon[word].Weight))).GroupBy(gram => gram.gram)
            .Sum(same => MathF.Pow(same.Sum(gram => gram.Weight) * lexicon.GramRarity(same.Key), 2));
        (_stemNorm, _gramNorm) = (MathF.Sqrt(stems), MathF.Sqrt(grams));
    }

    /// <summary>Cosines of the stems and of the n-grams.</summary>
    public (float Stems, float Grams) Match(AskedQuestion asked, Lexicon lexicon)
    {
        var (stems, grams) = (0f, 0f);
        foreach (var number in Words)
        {
            var word = lexicon[number];
            stems += asked.WeightOf(word.Stem) * word.Weight * lexicon.StemRarity(word.Stem);
            grams += asked.Likeness[number] * word.Weight;
        }

        return (Cosine(stems, asked.StemNorm * _stemNorm), Cosine(grams, asked.GramNorm * _gramNorm));
    }

    private static float Cosine(float product, float norms) => norms > 0 ? Math.Min(1, product / norms) : 0;
}
