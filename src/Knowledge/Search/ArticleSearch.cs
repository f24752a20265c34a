using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>
/// A set of articles with an index for each language: what is published, or what an editor is about to publish in its place. One
/// engine for both. A language in which nothing changed keeps the index it had <paramref name="before"/>; another is built when first asked in.
/// </summary>
internal sealed class ArticleSearch(IReadOnlyCollection<SearchableArticle> articles, ArticleSearch? before = null)
{
    private const int LongestRead = 1000;
    private const int MostExplained = 10;

    private readonly Dictionary<(string Key, string Language), SearchableArticle> _articles =
        articles.ToDictionary(article => (article.Key, article.Language));

    private readonly Dictionary<string, Lazy<LanguageIndex>> _indexes = articles.GroupBy(article => article.Language).ToDictionary(
        same => same.Key,
        same => before?.IndexOf(same.Key, same.ToHashSet<SearchableArticle>(ReferenceEqualityComparer.Instance))
            ?? new Lazy<LanguageIndex>(() => new LanguageIndex(same.Key, [.. same])));

    public SearchableArticle? Find(string key, string language) => _articles.GetValueOrDefault((key, language));

    /// <summary>The same with one article in its place, or added: for editors to try a draft.</summary>
    public ArticleSearch With(SearchableArticle article) =>
        new([.. _articles.Values.Where(one => (one.Key, one.Language) != (article.Key, article.Language)), article], this);

    /// <summary>Builds every index now, side by side.</summary>
    public ArticleSearch Prepare()
    {
        Parallel.ForEach(_indexes.Values, index => _ = index.Value);
        return this;
    }

    /// <summary>The articles that may be shown and have anything to do with the question, best first. A huge line is read in part.</summary>
    public IReadOnlyList<Found> Search(KnowledgeQuestion question)
    {
        if (!_indexes.TryGetValue(question.Language, out var index))
        {
            return [];
        }

        var alone = Search(index.Value, question.Text, question.IsSignedIn);
        return FollowUp.Of(question, Confidence.Of(alone)) is { } whole ? Search(index.Value, whole, question.IsSignedIn) : alone;
    }

    /// <summary>The same of a few articles only, by their keys, whether they may be shown or not.</summary>
    public IReadOnlyList<Found> SearchAmong(string text, string language, IReadOnlySet<string> keys) =>
        _indexes.TryGetValue(language, out var index) ? index.Value.Search(Read(text), keys) : [];

    /// <summary>Why which article answers: the ranked articles, each with what speaks for it and the words it knows.</summary>
    public IReadOnlyList<ExplainedArticle> Explain(KnowledgeQuestion question) =>
        [.. Search(question).Take(MostExplained).Select(found => new ExplainedArticle(
            found.Article.Key, found.Article.Content.Title, found.Score, found.Evidence, _indexes[question.Language].Value.WordsOf(Read(question.Text), found.Article.Key)))];

    private Lazy<LanguageIndex>? IndexOf(string language, HashSet<SearchableArticle> same) =>
        _indexes.TryGetValue(language, out var index) && same.SetEquals(_articles.Values.Where(article => article.Language == language)) ? index : null;

    private static List<Found> Search(LanguageIndex index, string text, bool isSignedIn) =>
        [.. index.Search(Read(text)).Where(found => found.Article.IsShown(isSignedIn))];

    private static string Read(string text) => text.Length > LongestRead ? text[..LongestRead] : text;
}

/// <summary>An article as it was ranked.</summary>
internal sealed record ExplainedArticle(string Key, string Title, double Score, Evidence Evidence, IReadOnlyList<string> Words);
