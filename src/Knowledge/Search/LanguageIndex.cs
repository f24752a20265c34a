using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search;

/// <summary>
/// The articles of one language, ready to be searched; immutable. A score joins three views: BM25 over word stems (what share of
/// the question's meaning does the article know), the best of its question variants word by word, and the same by character
/// trigrams (typos, inflection). Each runs from 0 to 1, so a threshold means the same for short and long questions.
/// </summary>
internal sealed class LanguageIndex
{
    private const double Saturation = 0.5;
    private const double LengthPenalty = 0.2;
    private const double UnknownWord = 0.5;
    private const int HeaviestWords = 7;
    private const double Doubt = 1; // as if every question held one more word nobody knows: two words are weak evidence
    private const double Bm25Share = 0.45;
    private const double QuestionShare = 0.30;
    private const double TrigramShare = 0.25;

    private readonly string _language;
    private readonly IndexedArticle[] _articles;
    private readonly Dictionary<string, double> _rarity;
    private readonly Vocabulary _vocabulary;
    private readonly double _averageLength;
    private readonly double _unknownRarity;

    public LanguageIndex(string language, IEnumerable<ArticleText> texts)
    {
        _language = language;
        _articles = [.. texts.Select(text => new IndexedArticle(text))];
        _averageLength = _articles.Select(article => article.Length).DefaultIfEmpty(1).Average();
        _rarity = _articles.SelectMany(article => article.Stems.Keys).CountBy(stem => stem).ToDictionary(
            pair => pair.Key, pair => Rarity(pair.Value));
        _unknownRarity = Rarity(0) * UnknownWord;
        _vocabulary = new Vocabulary(_articles.SelectMany(article => article.QuestionTerms));
    }

    /// <summary>The articles that have anything to do with the question, best first.</summary>
    public IReadOnlyList<Found> Search(string question)
    {
        var asked = Terms.Of(question, _language);
        var words = asked.Words.Select(Weigh).ToArray();
        if (!words.Any(word => word is { CarriesMeaning: true, Certainty: > 0 }))
        {
            return [];
        }

        var bound = Doubt + words.Select(word => word.Weight).OrderDescending().Take(HeaviestWords).Sum();

        return [.. _articles.Select(article => new Found(article.Text, Score(article, words, bound, asked.Trigrams)))
            .Where(found => found.Score > 0).OrderByDescending(found => found.Score).ThenBy(found => found.Text.ArticleKey, StringComparer.Ordinal)];
    }

    private double Score(IndexedArticle article, AskedWord[] words, double bound, HashSet<string> trigrams)
    {
        var known = Math.Min(1, words.Sum(word => word.Weight * word.Certainty * Bm25(article, word.Stem)) / bound);
        var best = article.Questions.Max(question =>
            (QuestionShare * Similarity(question, words)) + (TrigramShare * Terms.Overlap(trigrams, question.Trigrams)));
        return (Bm25Share * known) + best;
    }

    private double Bm25(IndexedArticle article, string stem)
    {
        var count = article.Stems.GetValueOrDefault(stem);
        var length = 1 - LengthPenalty + (LengthPenalty * article.Length / _averageLength);
        return count * (Saturation + 1) / (count + (Saturation * length));
    }

    /// <summary>Dice's coefficient of the words, each by its rarity.</summary>
    private double Similarity(Terms question, AskedWord[] asked)
    {
        var shared = 0.0;
        foreach (var word in asked)
        {
            shared += question.Words.Any(term => term.Stem == word.Stem) ? word.Weight * word.Certainty : 0;
        }

        var all = Doubt + asked.Sum(word => word.Weight) + question.Words.Sum(term => term.Weight * _rarity[term.Stem]);
        return 2 * shared / all;
    }

    private AskedWord Weigh(Term term)
    {
        if (_rarity.TryGetValue(term.Stem, out var rarity))
        {
            return new(term.Stem, term.Weight * rarity, 1, term.Weight >= 1);
        }

        var (stem, certainty) = term.Weight < 1 ? default : _vocabulary.Nearest(term.Word);
        return stem is null
            ? new(term.Stem, term.Weight * _unknownRarity, 0, true)
            : new(stem, term.Weight * Math.Max(_rarity[stem], _unknownRarity), certainty, true);
    }

    private double Rarity(int articles) => Math.Log(1 + ((_articles.Length - articles + 0.5) / (articles + 0.5)));

    private readonly record struct AskedWord(string Stem, double Weight, double Certainty, bool CarriesMeaning);
}

/// <summary>An article and how well it fits the question, 0 to 1.</summary>
internal readonly record struct Found(ArticleText Text, double Score);
