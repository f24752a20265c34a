using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Asked.Topics;

/// <summary>A text as weights of its stems and concepts, of length one; the rarest words first.</summary>
internal readonly record struct WordVector(int[] Terms, float[] Weights);

/// <summary>Texts of one language as vectors: a word counts the more, the fewer of them hold it.</summary>
internal sealed class WordVectors
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<int> _heldBy = [];
    private readonly List<(int Term, float Weight)[]> _texts = [];

    public int Add(string text, string language)
    {
        var all = Terms.Of(text, language, withPairs: false);
        // "Where is it?" is nothing but small words: then these must do.
        var telling = all.Where(term => !term.SaysLittle).ToList();
        var counted = (telling.Count > 0 ? telling : all).DistinctBy(term => term.Stem).Select(term => (Term: IdOf(term.Stem), term.Weight)).ToArray();
        Array.ForEach(counted, term => _heldBy[term.Term]++);
        _texts.Add(counted);
        return _texts.Count - 1;
    }

    public WordVector this[int text]
    {
        get
        {
            var weighed = _texts[text].Select(term => (term.Term, Weight: term.Weight * MathF.Log(1 + ((float)_texts.Count / _heldBy[term.Term]))))
                .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).ToArray();
            var length = MathF.Sqrt(weighed.Sum(term => term.Weight * term.Weight));
            return new([.. weighed.Select(term => term.Term)], [.. weighed.Select(term => term.Weight / length)]);
        }
    }

    private int IdOf(string stem)
    {
        if (!_ids.TryGetValue(stem, out var id))
        {
            _ids[stem] = id = _heldBy.Count;
            _heldBy.Add(0);
        }

        return id;
    }
}
