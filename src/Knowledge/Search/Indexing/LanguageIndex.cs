using Warmline.Knowledge.Language;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search.Indexing;

/// <summary>
/// The articles of one language, ready to be searched; immutable. An inverted index of stems names the candidates, a bounded
/// number of them is looked at closely, and what speaks for each is weighed together.
/// </summary>
internal sealed class LanguageIndex
{
    private const int NearVariants = 3;

    private readonly Lexicon _lexicon = new();
    private readonly Postings _postings = new();
    private readonly Candidates _candidates;
    private readonly IndexedArticle[] _articles;
    private readonly LearnedView? _learned;
    private readonly string _language;
    private readonly bool _withPairs;
    private readonly Lazy<LatinWords> _latin;

    public LanguageIndex(string language, IReadOnlyCollection<SearchableArticle> articles)
    {
        _language = language;
        _withPairs = LearnedView.IsFewEnough(articles.Sum(article => article.Content.Variants.Count + 1));
        _candidates = new Candidates(_postings);
        _articles = [.. articles.OrderBy(article => article.Key, StringComparer.Ordinal).Select(Read)];
        _lexicon.Complete();
        _latin = new(() => new LatinWords(_lexicon));
        foreach (var variant in _articles.SelectMany(article => article.Variants))
        {
            variant.Measure(_lexicon);
        }

        _learned = LearnedView.Of(_articles, Ask);
    }

    /// <summary>The articles that have anything to do with the question, best first; of those with some keys only, when asked so.</summary>
    public IReadOnlyList<Found> Search(string question, IReadOnlySet<string>? among = null)
    {
        using var asked = Ask(question);
        var learned = _learned?.Judge(asked);
        var shape = ShapeOf(asked);
        return [.. _candidates.Of(asked)
            .Where(each => among?.Contains(_articles[each.Article].Article.Key) != false)
            .Select(each => new Found(_articles[each.Article].Article, Weigh(asked, _articles[each.Article], each.Known, learned?[each.Article]), shape))
            .OrderByDescending(found => found.Score).ThenBy(found => found.Article.Key, StringComparer.Ordinal)];
    }

    /// <summary>The words of the question that an article knows, as the customer wrote them.</summary>
    public IReadOnlyList<string> WordsOf(string question, string key)
    {
        var article = Array.FindIndex(_articles, each => each.Article.Key == key);
        using var asked = Ask(question);
        return article < 0 ? [] : [.. asked.Words
            .Where(word => word is { SaysLittle: false, Stem: { } stem } && _postings.Knows(article, stem)).Select(word => word.Text)];
    }

    private IndexedArticle Read(SearchableArticle article)
    {
        var indexed = new IndexedArticle(article, [.. article.Content.Variants.Prepend(article.Content.Title).Where(text => text.Length > 0).Distinct()
            .Select(text => new Variant(text, _lexicon.AddText(Terms.Of(text, _language, _withPairs))))]);
        _postings.Add(indexed, _lexicon);
        return indexed;
    }

    private AskedQuestion Ask(string question) =>
        new(Terms.Of(_language == "fa" && !PersianInLatin.HasPersian(question) ? _latin.Value.Read(question) : question, _language, _withPairs), _lexicon);

    private QuestionShape ShapeOf(AskedQuestion asked)
    {
        var content = asked.Content.ToList();
        return new(content.Count, content is [{ Stem: { } stem }] && _postings.IsOfSeveral(stem), content.Exists(word => word.Certainty > 0));
    }

    private Evidence Weigh(AskedQuestion asked, IndexedArticle article, float known, float? learned)
    {
        var grams = 0f;
        Span<float> nearest = stackalloc float[NearVariants];
        foreach (var variant in article.Variants)
        {
            var match = variant.Match(asked);
            grams = Math.Max(grams, match.Grams);
            Keep(nearest, (match.Stems + match.Grams) / 2);
        }

        var near = nearest[0] + nearest[1] + nearest[2];
        return new Evidence(known, grams, near / Math.Clamp(article.Variants.Length, 1, NearVariants), learned);
    }

    private static void Keep(Span<float> best, float value)
    {
        for (var at = 0; at < best.Length; at++)
        {
            if (value > best[at])
            {
                (value, best[at]) = (best[at], value);
            }
        }
    }
}

/// <summary>An article, and what speaks for it.</summary>
internal readonly record struct Found(SearchableArticle Article, Evidence Evidence, QuestionShape Question)
{
    public float Score => Evidence.Score;
}

/// <summary>What a question is like, whatever it finds.</summary>
/// <param name="Content">How many words say something.</param>
/// <param name="IsBare">One word says something, and several articles are about it: "delivery".</param>
/// <param name="IsKnown">Some word that says something is known here.</param>
internal readonly record struct QuestionShape(int Content, bool IsBare, bool IsKnown);
