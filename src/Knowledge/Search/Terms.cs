using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search;

/// <summary>What of a text is compared: the stems of its words, and the character trigrams of the words that carry meaning.</summary>
internal sealed record Terms(IReadOnlyList<Term> Words, HashSet<string> Trigrams)
{
    private const double StopWordWeight = 0.15;

    public static Terms Of(string text, string language)
    {
        var normalized = TextNormalizer.Normalize(text);
        if (language == "ru" && !RussianInLatin.HasCyrillic(normalized))
        {
            normalized = RussianInLatin.ToCyrillic(normalized);
        }

        var words = normalized.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => Of(word)).ToArray();
        var meaning = words.Where(word => word.Weight >= 1).ToArray();
        return new Terms(words, [.. (meaning.Length > 0 ? meaning : words).SelectMany(word => TrigramProfile.TrigramsOf(word.Word))]);

        bool SaysLittle(string word) => StopWords.Contains(word, language) || word.All(char.IsAsciiDigit);

        Term Of(string word) => new(word, Stems.Of(word, language), SaysLittle(word) ? StopWordWeight : 1);
    }

    /// <summary>Dice's coefficient of the trigrams: 1 = the same, 0 = nothing in common.</summary>
    public static double Overlap(HashSet<string> left, HashSet<string> right) =>
        left.Count + right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
}

/// <summary>A word, its stem, and how much it says before any statistics (function words say little).</summary>
internal readonly record struct Term(string Word, string Stem, double Weight);
