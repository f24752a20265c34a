using System.Buffers;
using System.Runtime.InteropServices;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// A question against one lexicon. A word nobody knows takes the stem of the word most like it by character n-grams (a slip of
/// the keyboard, an ending); <see cref="Shared"/> says of each word of the lexicon how much of the question it holds.
/// </summary>
internal sealed class AskedQuestion : IDisposable
{
    private const int MostWords = 60;
    private const float LeastLikeness = 0.45f;
    private const int ShortestMisspelt = 4;
    private readonly int _known;
    private readonly SharedParts[] _shared; // rented: with many articles it is large

    public AskedQuestion(IReadOnlyList<Term> terms, Lexicon lexicon)
    {
        (_known, _shared) = (lexicon.Words, ArrayPool<SharedParts>.Shared.Rent(lexicon.Words));
        Array.Clear(_shared, 0, _known);
        var (stems, grams) = (new Dictionary<int, float>(), new Dictionary<int, float>());
        Words = [.. terms.Take(MostWords).Select(term => Read(term, lexicon, grams))];
        foreach (var word in Words.Where(word => word.Stem is not null))
        {
            ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(stems, word.Stem!.Value, out _);
            weight = Math.Max(weight, word.Weight * word.Certainty);
        }

        ShareStems(stems, lexicon);
        ShareGrams(grams, lexicon);
        (StemNorm, GramNorm) = (Norm(Words.Select(word => word.Weight)), Norm(grams.Values));
    }

    public IReadOnlyList<AskedWord> Words { get; }

    public ReadOnlySpan<SharedParts> Shared => _shared.AsSpan(0, _known);

    public float StemNorm { get; }

    public float GramNorm { get; }

    /// <summary>The words that say something, known or not.</summary>
    public IEnumerable<AskedWord> Content => Words.Where(word => !word.SaysLittle);

    public void Dispose() => ArrayPool<SharedParts>.Shared.Return(_shared);

    private void ShareStems(Dictionary<int, float> stems, Lexicon lexicon)
    {
        foreach (var (stem, weight) in stems)
        {
            var each = weight * lexicon.StemRarity(stem);
            foreach (var word in lexicon.WordsOf(stem))
            {
                _shared[word].Stems = each * lexicon[word].Weight;
            }
        }
    }

    private void ShareGrams(Dictionary<int, float> grams, Lexicon lexicon)
    {
        foreach (var (gram, weight) in grams)
        {
            var each = weight * lexicon.GramRarity(gram);
            foreach (var word in lexicon.WordsWith(gram))
            {
                _shared[word].Grams += each * lexicon[word].Weight;
            }
        }
    }

    private static float Norm(IEnumerable<float> weights) => MathF.Sqrt(weights.Sum(weight => weight * weight));

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

/// <summary>What a word of the lexicon shares with a question, weighed on both sides.</summary>
internal record struct SharedParts(float Stems, float Grams);
