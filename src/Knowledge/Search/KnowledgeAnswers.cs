using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Answers customers' questions from the shop's articles, in the shop's words, or admits that nothing fits.</summary>
public sealed class KnowledgeAnswers
{
    private const string Fallback = "en";
    private const int MostSuggestions = 3;

    private readonly PublishedArticles _articles;
    private readonly IOptions<KnowledgeOptions> _options;
    private readonly ILogger<KnowledgeAnswers> _logger;

    internal KnowledgeAnswers(PublishedArticles articles, IOptions<KnowledgeOptions> options, ILogger<KnowledgeAnswers> logger)
    {
        _articles = articles;
        _options = options;
        _logger = logger;
    }

    /// <summary>Finds what answers the question of somebody not signed in, of whom nothing else is known.</summary>
    public Task<KnowledgeAnswer> AskAsync(string question, string language, CancellationToken cancellationToken = default) =>
        AskAsync(new KnowledgeQuestion(question, language), cancellationToken);

    /// <summary>Finds what answers the question, going on from what was said before.</summary>
    public async Task<KnowledgeAnswer> AskAsync(KnowledgeQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(question.Text);
        ArgumentNullException.ThrowIfNull(question.Language);
        var articles = await _articles.GetAsync(cancellationToken);
        return Decide(question, articles, _options.Value.Placeholders());
    }

    /// <summary>The article of that key in the language, else in English and marked so, else <see langword="null"/>.</summary>
    public async Task<KnowledgeArticle?> GetAsync(string key, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(language);
        var articles = await _articles.GetAsync(cancellationToken);
        var values = _options.Value.Placeholders();
        return Show(articles.Find(key, language), isFallback: false)
            ?? (language == Fallback ? null : Show(articles.Find(key, Fallback), isFallback: true));

        KnowledgeArticle? Show(SearchableArticle? article, bool isFallback) =>
            article is not null && article.IsShown(false) ? ShownArticle.Of(article, null, values, isFallback, _logger) : null;
    }

    /// <summary>The same engine over what is published now, for commands.</summary>
    public async Task<KnowledgeRanking> RankingAsync(CancellationToken cancellationToken = default) =>
        new(await _articles.GetAsync(cancellationToken));

    private KnowledgeAnswer Decide(KnowledgeQuestion question, ArticleSearch articles, IReadOnlyDictionary<string, string> values)
    {
        if (AnswerToAskBack(question, articles, values) is { } chosen)
        {
            return chosen;
        }

        var found = articles.Search(question).Where(each => ShownArticle.Of(each.Article, null, values, isFallback: false, _logger) is not null)
            .Take(MostSuggestions).ToList();
        var confidence = Confidence.Of(found);
        return Confidence.Decide(confidence) switch
        {
            KnowledgeAnswerKind.Answer => Answer(found[0].Article, question, confidence, values),
            KnowledgeAnswerKind.Suggestions => new(KnowledgeAnswerKind.Suggestions, null, Suggestions(found, confidence), confidence),
            _ => new(KnowledgeAnswerKind.None, null, [], confidence),
        };
    }

    // The bot asked "for which country?"; the line names one of the article's cases.
    private KnowledgeAnswer? AnswerToAskBack(KnowledgeQuestion question, ArticleSearch articles, IReadOnlyDictionary<string, string> values) =>
        question.Before is { AskedBack: true } before && articles.Find(before.ArticleKey, question.Language) is { } article
        && article.IsShown(question.IsSignedIn) && CaseChoice.Of(article.Content, question.Language, [question.Text]) is { } chosen
        && ShownArticle.Of(article, chosen, values, isFallback: false, _logger) is { } shown
            ? new(KnowledgeAnswerKind.Answer, shown, [], 1) : null;

    private KnowledgeAnswer Answer(SearchableArticle article, KnowledgeQuestion question, double confidence, IReadOnlyDictionary<string, string> values)
    {
        string[] before = question.Before is { } context && context.ArticleKey == article.Key ? [context.Question] : [];
        var chosen = CaseChoice.Of(article.Content, article.Language, [question.Text, .. before, .. question.Facts]);
        if (chosen is null && article.Content is { AskBack: { } askBack, Cases.Count: > 0 })
        {
            return new(KnowledgeAnswerKind.AskBack, null, [], confidence)
            {
                AskBack = new(article.Key, article.Content.Title, askBack, [.. article.Content.Cases.Select(each => each.Label)]),
            };
        }

        return ShownArticle.Of(article, chosen, values, isFallback: false, _logger) is { } shown
            ? new(KnowledgeAnswerKind.Answer, shown, [], confidence) : new(KnowledgeAnswerKind.None, null, [], 0);
    }

    private static List<KnowledgeSuggestion> Suggestions(IReadOnlyList<Found> found, double confidence) =>
        [.. Confidence.WorthOffering(found).Select(each => new KnowledgeSuggestion(each.Article.Key, each.Article.Content.Title, confidence * each.Score / found[0].Score))];
}
