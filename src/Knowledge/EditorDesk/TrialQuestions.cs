using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>What the bot would do, how sure it is (0 to 1), and the articles it weighed, best first.</summary>
internal sealed record TrialAnswer(KnowledgeAnswerKind Kind, double Confidence, IReadOnlyList<ExplainedArticle> Hits);

/// <summary>The bot's own search, over what is published or over that with one draft in its place.</summary>
internal sealed class TrialQuestions(PublishedArticles published)
{
    private const int Most = 5;

    /// <param name="draft">Null: as customers find it now.</param>
    public async Task<TrialAnswer> AskAsync(KnowledgeQuestion question, SearchableArticle? draft, CancellationToken cancellationToken)
    {
        var articles = await published.GetAsync(cancellationToken);
        var tried = draft is null ? articles : articles.With(draft);
        var confidence = Confidence.Of(tried.Search(question));
        return new(Confidence.Decide(confidence), confidence, [.. tried.Explain(question).Take(Most)]);
    }
}
