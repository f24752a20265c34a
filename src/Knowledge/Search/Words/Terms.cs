using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search.Words;

/// <summary>A word, its stem, and how much it says before any statistics: function words and bare numbers say little.</summary>
internal readonly record struct Term(string Word, string Stem, float Weight)
{
    public bool IsWord => Word[0] != Terms.Mark;

    public bool SaysLittle => Weight <= Terms.Little;
}

/// <summary>A text as what is compared: its words, the concepts they stand for, and pairs of neighbours.</summary>
internal static class Terms
{
    public const char Mark = '#';
    public const float Little = 0.3f;
    private const int LongestWord = 40;
    private const float ConceptWeight = 0.5f;
    private const float PairWeight = 0.5f;

    /// <summary>The different terms of a text, words first, in the order they appear.</summary>
    public static IReadOnlyList<Term> Of(string text, string language, bool withPairs)
    {
        var normalized = TextNormalizer.Normalize(text);
        if (language == "ru" && !RussianInLatin.HasCyrillic(normalized))
        {
            normalized = RussianInLatin.ToCyrillic(normalized);
        }

        Term[] words = [.. normalized.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > LongestWord ? word[..LongestWord] : word)
            .Select(word => new Term(word, Stems.Of(word, language), SaysLittle(word, language) ? Little : 1))];
        var concepts = words.SelectMany(word => Concepts.Of(word.Stem, language)).Select(concept => new Term(concept, concept, ConceptWeight));
        return [.. words.Concat(concepts).Concat(withPairs ? Pairs(words) : []).DistinctBy(term => term.Word)];
    }

    private static IEnumerable<Term> Pairs(Term[] words) => words.Zip(words.Skip(1), (left, right) =>
    {
        var pair = $"{Mark}{left.Stem}{Mark}{right.Stem}";
        return new Term(pair, pair, left.SaysLittle && right.SaysLittle ? Little : PairWeight);
    });

    private static bool SaysLittle(string word, string language) => StopWords.Contains(word, language) || word.All(char.IsAsciiDigit);
}
