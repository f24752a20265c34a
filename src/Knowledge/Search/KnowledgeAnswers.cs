using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search;

/// <summary>Answers customers' questions from the shop's articles, in the shop's words, or admits that nothing fits.</summary>
public sealed class KnowledgeAnswers
{
    private const string Fallback = "en";
    private const int LongestRead = 1000;
    private const int MostSuggestions = 3;

    // Measured on the questions in tests/Knowledge.Tests/Search: raise and lower them there.
    internal const double AnswerFrom = 0.40;
    internal const double SuggestFrom = 0.30;
    internal const double ClearLead = 0.04;
    private const double NotFarBehind = 0.65;

    private readonly PublishedArticles _articles;
    private readonly IOptions<KnowledgeOptions> _options;
    private readonly ILogger<KnowledgeAnswers> _logger;

    internal KnowledgeAnswers(PublishedArticles articles, IOptions<KnowledgeOptions> options, ILogger<KnowledgeAnswers> logger)
    {
        _articles = articles;
        _options = options;
        _logger = logger;
    }

    /// <summary>Finds what answers the question. The language is that of the question (<c>en</c>, <c>pl</c>, <c>ru</c>, <c>fa</c>).</summary>
    public async Task<KnowledgeAnswer> AskAsync(string question, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(language);
        var articles = await _articles.GetAsync(cancellationToken);
        var values = _options.Value.Placeholders();
        var read = question.Length > LongestRead ? question[..LongestRead] : question;
        return Decide([.. articles.Search(read, language, signedIn: false).Where(found => found.Score >= SuggestFrom)
            .Select(found => (found.Score, Article: Show(found.Text, values, isFallback: false)))
            .Where(found => found.Article is not null)
            .Select(found => (found.Score, found.Article!)).Take(MostSuggestions)]);
    }

    /// <summary>The article of that key in the language, else in English and marked so, else <see langword="null"/>.</summary>
    public async Task<KnowledgeArticle?> GetAsync(string key, string language, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(language);
        var articles = await _articles.GetAsync(cancellationToken);
        var values = _options.Value.Placeholders();
        var text = articles.Find(key, language, signedIn: false);
        return (text is null ? null : Show(text, values, isFallback: false))
            ?? (articles.Find(key, Fallback, signedIn: false) is { } english && text != english ? Show(english, values, isFallback: true) : null);
    }

    private static KnowledgeAnswer Decide(IReadOnlyList<(double Score, KnowledgeArticle Article)> found)
    {
        if (found.Count == 0)
        {
            return new(KnowledgeAnswerKind.None, null, [], 0);
        }

        var best = found[0];
        var lead = best.Score - (found.Count > 1 ? found[1].Score : 0);
        if (best.Score >= AnswerFrom && lead >= ClearLead)
        {
            return new(KnowledgeAnswerKind.Answer, best.Article, [], best.Score);
        }

        var suggestions = found.Where(other => other.Score >= best.Score * NotFarBehind)
            .Select(other => new KnowledgeSuggestion(other.Article.Key, other.Article.Title, other.Score));
        return new(KnowledgeAnswerKind.Suggestions, null, [.. suggestions], best.Score);
    }

    private KnowledgeArticle? Show(ArticleText text, IReadOnlyDictionary<string, string> values, bool isFallback)
    {
        var (markdown, missing) = Placeholders.Fill(text.Answer, text.Language, values);
        if (markdown is null)
        {
            KnowledgeLog.PlaceholderMissing(_logger, text.ArticleKey, text.Language, missing!);
            return null;
        }

        return new(text.ArticleKey, text.Language, text.Title, markdown, isFallback);
    }
}
