using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>The words of Persian articles by their consonants: a line in Latin letters is read as the known words it sounds like.</summary>
internal sealed class LatinWords
{
    private const int Fewest = 2;
    private const int MostEndings = 2; // "ramzamo" is "ramz" with what belongs to whom
    private readonly Dictionary<string, string> _words;
    private readonly Lexicon _lexicon;

    /// <summary>Of words that sound alike the most frequent is meant.</summary>
    public LatinWords(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _words = Enumerable.Range(0, lexicon.Words).Select(word => lexicon[word])
            .Where(word => PersianInLatin.HasPersian(word.Text))
            .GroupBy(word => PersianInLatin.Consonants(word.Text))
            .ToDictionary(same => same.Key, same => same.MinBy(word => lexicon.StemRarity(word.Stem))!.Text);
    }

    public string Read(string question) =>
        string.Join(' ', TextNormalizer.Words(question).Select(word => IsStrange(word) ? Find(PersianInLatin.Consonants(word)) ?? word : word));

    // "PayPal" is a word of the articles as it stands.
    private bool IsStrange(string word) => word.All(char.IsAsciiLetter) && _lexicon.FindStem(Stems.Of(word, "fa")) is null;

    private string? Find(string consonants)
    {
        for (var length = consonants.Length; length > 0 && length >= consonants.Length - MostEndings; length--)
        {
            if ((length == consonants.Length || length > Fewest) && _words.TryGetValue(consonants[..length], out var word))
            {
                return word;
            }
        }

        return null;
    }
}
