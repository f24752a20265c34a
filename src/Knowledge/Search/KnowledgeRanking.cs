using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search.Indexing;
using Warmline.Knowledge.Search.Words;

namespace Warmline.Knowledge.Search;

/// <summary>An article to rank: its key, its language, its question and other ways to ask it, its answer.</summary>
public sealed record RankedArticle(string Key, string Language, string Question, IReadOnlyList<string> Variants, string Answer);

/// <summary>The engine by itself, for commands and measuring: which articles of a set answer a question, with nothing shown to anybody.</summary>
public sealed class KnowledgeRanking
{
    private const int MostKeys = 10;
    private readonly ArticleSearch _articles;

    internal KnowledgeRanking(ArticleSearch articles) => _articles = articles;

    /// <summary>Any articles, ready to be ranked.</summary>
    /// <exception cref="InvalidDataException">A key comes twice in a language.</exception>
    public static KnowledgeRanking Of(IEnumerable<RankedArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var all = articles.Select(article => new SearchableArticle(
            article.Key, article.Language, new ArticleContent { Title = article.Question, Variants = article.Variants, Answer = article.Answer })).ToList();
        return all.GroupBy(article => (article.Key, article.Language)).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidDataException($"Article {twice.Key.Key} ({twice.Key.Language}) comes twice.")
            : new(new ArticleSearch(all).Prepare());
    }

    /// <summary>Answer, suggestions or none; at most ten keys, best first; how likely the first is the right one, 0 to 1.</summary>
    public (KnowledgeAnswerKind Kind, IReadOnlyList<string> Keys, double Confidence) Rank(string question, string language)
    {
        ArgumentNullException.ThrowIfNull(question);
        var found = _articles.Search(new KnowledgeQuestion(question, language));
        var confidence = Confidence.Of(found);
        var kind = Confidence.Decide(confidence);
        return (kind, [.. found.Take(MostKeys).Select(each => each.Article.Key)], confidence);
    }

    /// <summary>Those <paramref name="among"/> some articles that have anything to do with the question, and how well each fits: about 0 to 1.</summary>
    public IReadOnlyList<(string Key, double Fit)> Weigh(string question, string language, IReadOnlySet<string> among)
    {
        ArgumentNullException.ThrowIfNull(question);
        return [.. _articles.SearchAmong(question, language, among).Select(found => (found.Article.Key, (double)found.Score))];
    }

    /// <summary>What is compared of a text: the stems of its words, the concepts they stand for, and pairs of neighbours.</summary>
    public static IEnumerable<string> StemsOf(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Terms.Of(text, language, withPairs: true).Select(term => term.Stem);
    }
}
