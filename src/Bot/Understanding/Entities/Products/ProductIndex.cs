namespace Warmline.Bot.Understanding;

/// <summary>Product names by their words. A rare word tells more than one that half of the products share.</summary>
internal sealed class ProductIndex
{
    private const double Enough = 0.6;

    // People say names, not sizes and model numbers.
    private const double OfCode = 0.3;
    // The places of words are bits.
    private const int MostWords = 128;
    private const int ShortestWord = 2;

    private readonly Dictionary<string, List<ProductWord>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ProductWord>>.AlternateLookup<ReadOnlySpan<char>> _byBeginning;
    private readonly double[] _whole;

    public ProductIndex(IReadOnlyList<string> names)
    {
        Names = names;
        _byBeginning = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _whole = new double[names.Count];
        var known = new Dictionary<string, ProductWord>(StringComparer.Ordinal);
        for (var product = 0; product < names.Count; product++)
        {
            foreach (var word in WordReader.Read(names[product]).Words.Select(word => word.Text).Where(text => text.Length >= ShortestWord).Distinct(StringComparer.Ordinal))
            {
                Add(known, word).Products.Add(product);
            }
        }

        foreach (var word in known.Values)
        {
            word.Weight = Math.Log(1 + ((double)names.Count / word.Products.Count)) * (word.Text.Any(char.IsAsciiDigit) ? OfCode : 1);
            word.Products.ForEach(product => _whole[product] += word.Weight);
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>Products enough of whose name is said, best first; of those that share what was said only the ones it fits best.</summary>
    public IReadOnlyList<string> Find(IReadOnlyList<Word> words)
    {
        var said = new Dictionary<int, (double Weight, UInt128 Places)>();
        for (var at = 0; at < Math.Min(words.Count, MostWords); at++)
        {
            if (_byBeginning.TryGetValue(ProductWord.Beginning(words[at].Text), out var alike))
            {
                Count(alike, words[at].Text, UInt128.One << at, said);
            }
        }

        return said.Count == 0 ? [] : Best(said);
    }

    private static void Count(List<ProductWord> alike, string typed, UInt128 place, Dictionary<int, (double Weight, UInt128 Places)> said)
    {
        foreach (var word in alike)
        {
            if (word.IsMeantBy(typed))
            {
                foreach (var product in word.Products)
                {
                    var so = said.GetValueOrDefault(product);
                    said[product] = (so.Places & place) == 0 ? (so.Weight + word.Weight, so.Places | place) : so;
                }
            }
        }
    }

    private List<string> Best(Dictionary<int, (double Weight, UInt128 Places)> said)
    {
        var found = said.Where(one => one.Value.Weight >= Enough * _whole[one.Key]).OrderByDescending(one => one.Value.Weight).ToList();
        return [.. found
            .Where(one => !found.Exists(other => other.Value.Weight > one.Value.Weight && (one.Value.Places & ~other.Value.Places) == 0))
            .Select(one => Names[one.Key])];
    }

    private ProductWord Add(Dictionary<string, ProductWord> known, string text)
    {
        if (!known.TryGetValue(text, out var word))
        {
            known.Add(text, word = new ProductWord(text));
            var beginning = ProductWord.Beginning(text).ToString();
            if (!_words.TryGetValue(beginning, out var alike))
            {
                _words.Add(beginning, alike = []);
            }

            alike.Add(word);
        }

        return word;
    }
}

/// <summary>A word of product names: which products have it, and how much it tells.</summary>
internal sealed record ProductWord(string Text)
{
    private const int Stem = 3;
    private const int LongestEnding = 3;

    public double Weight { get; set; }

    public List<int> Products { get; } = [];

    public static ReadOnlySpan<char> Beginning(string word) => word.AsSpan(0, Math.Min(Stem, word.Length));

    /// <summary>The same word, another form of it (the stem is longer than both endings), or one slip away.</summary>
    public bool IsMeantBy(string typed)
    {
        var shared = Text.AsSpan().CommonPrefixLength(typed);
        var endings = Math.Max(Text.Length, typed.Length) - shared;
        return endings == 0
            || (!char.IsAsciiDigit(Text[0]) && shared > Stem && endings <= LongestEnding && endings < shared)
            || Typo.IsSlipOf(Text, typed, stem: false);
    }
}
