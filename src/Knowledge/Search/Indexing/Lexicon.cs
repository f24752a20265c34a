using System.Runtime.InteropServices;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>Every word of one language's articles, numbered, with its stem and its character n-grams, and how rare these are.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words = [];
    private readonly Dictionary<string, int> _stems = [];
    private readonly Dictionary<ulong, int> _grams = [];
    private readonly List<KnownWord> _known = [];
    private readonly List<int> _stemTexts = [];
    private readonly List<int> _gramTexts = [];
    private readonly List<int> _lastTextOfStem = [];
    private readonly List<int> _lastTextOfGram = [];
    private int _texts;
    private int[][] _wordsOfGram = [];
    private int[][] _wordsOfStem = [];
    private float[] _stemRarities = [];
    private float[] _gramRarities = [];

    public int Words => _known.Count;

    public int Stems => _stemTexts.Count;

    public KnownWord this[int word] => _known[word];

    /// <summary>Numbers the words of a question variant and counts in how many such texts each stem and n-gram stands.</summary>
    public int[] AddText(IReadOnlyList<Term> terms)
    {
        int[] words = [.. terms.Select(Add)];
        _texts++;
        foreach (var word in words)
        {
            Count([_known[word].Stem], _stemTexts, _lastTextOfStem);
            Count(_known[word].Grams, _gramTexts, _lastTextOfGram);
        }

        return words;
    }

    /// <summary>Numbers a stem of an answer, whose words nobody asks with.</summary>
    public int AddStem(string stem) => Number(_stems, stem, _stemTexts);

    private int Add(Term term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, term.Word, out var isKnown);
        if (!isKnown)
        {
            number = _known.Count;
            _known.Add(new KnownWord(term.Word, Number(_stems, term.Stem, _stemTexts), term.Weight, [.. GramsOf(term.Word).Select(gram => Number(_grams, gram, _gramTexts))]));
        }

        return number;
    }

    /// <summary>After the last word: which words hold a stem and an n-gram, and how rare these are.</summary>
    public void Complete()
    {
        _wordsOfStem = Inverted(_stemTexts.Count, word => [word.Stem]);
        _wordsOfGram = Inverted(_gramTexts.Count, word => word.Grams);
        _stemRarities = [.. _stemTexts.Select(Rarity)];
        _gramRarities = [.. _gramTexts.Select(Rarity)];
    }

    public int? FindStem(string stem) => _stems.TryGetValue(stem, out var number) ? number : null;

    public IEnumerable<int> KnownGrams(string word) =>
        GramsOf(word).Select(gram => _grams.TryGetValue(gram, out var number) ? number : -1).Where(number => number >= 0);

    public ReadOnlySpan<int> WordsWith(int gram) => _wordsOfGram[gram];

    public ReadOnlySpan<int> WordsOf(int stem) => _wordsOfStem[stem];

    public float StemRarity(int? stem) => stem is { } known ? _stemRarities[known] : Rarity(0);

    public float GramRarity(int gram) => _gramRarities[gram];

    private int[][] Inverted(int count, Func<KnownWord, int[]> partsOf)
    {
        var words = new List<int>?[count];
        for (var word = 0; word < _known.Count; word++)
        {
            foreach (var part in partsOf(_known[word]))
            {
                (words[part] ??= []).Add(word);
            }
        }

        return [.. words.Select(list => list?.ToArray() ?? [])];
    }

    private static HashSet<ulong> GramsOf(string word)
    {
        var grams = new HashSet<ulong>();
        Grams.Of(word, grams);
        return grams;
    }

    private static int Number<T>(Dictionary<T, int> numbers, T what, List<int> counts)
        where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, what, out var isKnown);
        if (!isKnown)
        {
            number = counts.Count;
            counts.Add(0);
        }

        return number;
    }

    // Once for each text, however often it stands there.
    private void Count(ReadOnlySpan<int> numbers, List<int> counts, List<int> lastText)
    {
        CollectionsMarshal.SetCount(lastText, Math.Max(lastText.Count, counts.Count)); // new ones are 0, and texts begin at 1
        foreach (var number in numbers)
        {
            if (lastText[number] != _texts)
            {
                lastText[number] = _texts;
                counts[number]++;
            }
        }
    }

    private float Rarity(int texts) => MathF.Log((1f + _texts) / (1 + texts)) + 1;
}

/// <param name="Weight">How much it says before any statistics.</param>
internal sealed record KnownWord(string Text, int Stem, float Weight, int[] Grams);
