using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>An article that a question finds, how sure that is (0 to 1), and the words of the question it knows.</summary>
internal sealed record TrialHit(string Key, string Title, double Score, IReadOnlyList<string> Words);

/// <summary>What the bot would do, and the articles it weighed, best first.</summary>
internal sealed record TrialAnswer(KnowledgeAnswerKind Kind, IReadOnlyList<TrialHit> Hits);

/// <summary>The bot's own search, over what is published or over that with one draft in its place.</summary>
internal sealed class TrialQuestions(PublishedArticles published)
{
    private const int Most = 5;

    /// <param name="draft">Null: as customers find it now.</param>
    public async Task<TrialAnswer> AskAsync(string question, string language, bool signedIn, ArticleText? draft, CancellationToken cancellationToken)
    {
        var articles = await published.GetAsync(cancellationToken);
        var found = draft is null ? articles.Search(question, language, signedIn) : articles.With(draft).Search(question, language, signedIn);
        var hits = found.Take(Most).Select(one => new TrialHit(one.Text.ArticleKey, one.Text.Title, one.Score, Words(question, one.Text))).ToList();
        return new(Decide(hits), hits);
    }

    private static KnowledgeAnswerKind Decide(List<TrialHit> hits)
    {
        var fitting = hits.Where(hit => hit.Score >= KnowledgeAnswers.SuggestFrom).ToList();
        return fitting.Count == 0 ? KnowledgeAnswerKind.None
            : fitting[0].Score >= KnowledgeAnswers.AnswerFrom && fitting[0].Score - (fitting.Count > 1 ? fitting[1].Score : 0) >= KnowledgeAnswers.ClearLead
            ? KnowledgeAnswerKind.Answer : KnowledgeAnswerKind.Suggestions;
    }

    private static IReadOnlyList<string> Words(string question, ArticleText text)
    {
        var known = new IndexedArticle(text).Stems;
        return [.. Terms.Of(question, text.Language).Words.Where(word => word.Weight >= 1 && known.ContainsKey(word.Stem)).Select(word => word.Word)];
    }
}
