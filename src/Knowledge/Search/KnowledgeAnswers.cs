using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Answers customers' questions from the shop's articles, in the shop's words, or admits that nothing fits.</summary>
public sealed class KnowledgeAnswers
{
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
        return (await AnswererAsync(cancellationToken)).Answer(question);
    }

    /// <summary>The article as anybody may read it, see the other overload.</summary>
    public Task<KnowledgeArticle?> GetAsync(string key, string language, CancellationToken cancellationToken = default) =>
        GetAsync(key, language, isSignedIn: false, cancellationToken);

    /// <summary>The article of that key in the language, else in English and marked so, else <see langword="null"/>; one that is for
    /// customers who are signed in, only to those.</summary>
    public async Task<KnowledgeArticle?> GetAsync(string key, string language, bool isSignedIn, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(language);
        return (await AnswererAsync(cancellationToken)).Get(key, language, isSignedIn);
    }

    /// <summary>The same engine over what is published now, for commands.</summary>
    public async Task<KnowledgeRanking> RankingAsync(CancellationToken cancellationToken = default) =>
        new(await _articles.GetAsync(cancellationToken));

    private async ValueTask<Answerer> AnswererAsync(CancellationToken cancellationToken) =>
        new(await _articles.GetAsync(cancellationToken), _options.Value.Placeholders(), _logger);
}
