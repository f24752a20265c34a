using System.Buffers;
using System.Runtime.InteropServices;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// A question against one lexicon. A word nobody knows takes the stem of the word most like it by character n-grams (a slip of
/// the keyboard, an ending); <see cref="Likeness"/> says of each word of the lexicon how much of the question's n-grams it holds.
/// </summary>
internal sealed class AskedQuestion
{
    private const int MostWords = 60;
    private const float LeastLikeness = 0.45f;
    private const int ShortestMisspelt = 4;
    private readonly Dictionary<int, float> _stems = [];

    public AskedQuestion(IReadOnlyList<Term> terms, Lexicon lexicon)
    {
        Likeness = new float[lexicon.Words];
        var grams = new Dictionary<int, float>();
        Words = [.. terms.Take(MostWords).Select(term => Read(term, lexicon, grams))];
        var (stemSquares, gramSquares) = (0f, 0f);
        foreach (var word in Words)
        {
            stemSquares += word.Weight * word.Weight;
            if (word.Stem is { } stem)
            {
                ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, stem, out _);
                weight = Math.Max(weight, word.Weight * word.Certainty);
            }
        }

        foreach (var (gram, weight) in grams)
        {
            gramSquares += weight * weight;
            var each = weight * lexicon.GramRarity(gram);
            foreach (var word in lexicon.WordsWith(gram))
            {
                Likeness[word] += each;
            }
        }

        (StemNorm, GramNorm) = (MathF.Sqrt(stemSquares), MathF.Sqrt(gramSquares));
    }

    public IReadOnlyList<AskedWord> Words { get; }

    public float[] Likeness { get; }

    public float StemNorm { get; }

    public float GramNorm { get; }

    /// <summary>The words that say something, known or not.</summary>
    public IEnumerable<AskedWord> Content => Words.Where(word => !word.SaysLittle);

    public bool SaysSomething => Words.Any(word => word is { SaysLittle: false, Certainty: > 0 });

    /// <summary>0 for a stem the question does not hold.</summary>
    public float WeightOf(int stem) => _stems.GetValueOrDefault(stem);

    private static AskedWord Read(Term term, Lexicon lexicon, Dictionary<int, float> grams)
    {
        int[] known = [.. lexicon.KnownGrams(term.Word)];
        foreach (var gram in known)
        {
            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out _);
            weight += term.Weight * lexicon.GramRarity(gram);
        }

        var (stem, certainty) = lexicon.FindStem(term.Stem) is { } found ? (found, 1f)
            : term.SaysLittle || !term.IsWord || term.Word.Length < ShortestMisspelt ? ((int?)null, 0f)
            : Nearest(known, term.Word, lexicon);
        return new(term.Word, stem, term.Weight * lexicon.StemRarity(stem), certainty, term.SaysLittle || !term.IsWord, term.Weight);
    }

    private static (int? Stem, float Certainty) Nearest(int[] grams, string word, Lexicon lexicon)
    {
        var shared = ArrayPool<int>.Shared.Rent(lexicon.Words);
        try
        {
            Array.Clear(shared, 0, lexicon.Words);
            foreach (var gram in grams)
            {
                foreach (var other in lexicon.WordsWith(gram))
                {
                    shared[other]++;
                }
            }

            return Likest(shared.AsSpan(0, lexicon.Words), word, lexicon);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(shared);
        }
    }

    private static (int? Stem, float Certainty) Likest(ReadOnlySpan<int> shared, string word, Lexicon lexicon)
    {
        var all = (3 * word.Length) + 1; // how many n-grams a word of that length has, repeats aside
        var (best, likeness) = (-1, LeastLikeness);
        for (var other = 0; other < shared.Length; other++)
        {
            if (2f * shared[other] > likeness * all && lexicon[other] is { Weight: >= 1 } known && 2f * shared[other] / (all + known.Grams.Length) is var dice && dice > likeness)
            {
                (best, likeness) = (other, dice);
            }
        }

        return best < 0 ? (null, 0) : (lexicon[best].Stem, likeness);
    }
}

/// <summary>A word of the question: what it counts, and how certain it is that it means that stem.</summary>
internal readonly record struct AskedWord(string Text, int? Stem, float Weight, float Certainty, bool SaysLittle, float Before);
