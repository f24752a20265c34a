using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>What the bot would say, and the articles it weighed, best first.</summary>
internal sealed record TrialAnswer(KnowledgeAnswer Said, IReadOnlyList<ExplainedArticle> Hits)
{
    /// <summary>The article that answers or asks back.</summary>
    public string? Key => Said.Article?.Key ?? Said.AskBack?.Key;

    public bool SaysAs(TrialAnswer other) =>
        (Said.Kind, Key) == (other.Said.Kind, other.Key) && Said.Suggestions.Select(one => one.Key).SequenceEqual(other.Said.Suggestions.Select(one => one.Key));
}

/// <summary>The bot's own reading, search and answer, over what is published or over that with one draft in its place.</summary>
internal sealed class TrialQuestions(
    PublishedArticles published, IEnumerable<ILineReader> bot, IOptions<KnowledgeOptions> options, ILogger<KnowledgeAnswers> log)
{
    private const int Most = 5;

    /// <summary>Null: no bot reads lines here, each is a question.</summary>
    public LineReading? Read(string text, string language) => bot.FirstOrDefault()?.Read(text, language);

    /// <param name="question">With what <see cref="Read"/> told of it.</param>
    /// <param name="draft">Null: as customers find it now.</param>
    /// <param name="cancellationToken">Nothing is changed.</param>
    public async Task<TrialAnswer> AskAsync(KnowledgeQuestion question, SearchableArticle? draft, CancellationToken cancellationToken)
    {
        var articles = await published.GetAsync(cancellationToken);
        var tried = draft is null ? articles : articles.With(draft);
        return new(new Answerer(tried, options.Value.Placeholders(), log).Answer(question), [.. tried.Explain(question).Take(Most)]);
    }
}
