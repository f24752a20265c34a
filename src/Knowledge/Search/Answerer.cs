using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Decides what is said to one question: an article or one of its cases, a question back, up to three to choose from, or nothing.</summary>
internal sealed class Answerer(ArticleSearch articles, IReadOnlyDictionary<string, string> values, ILogger logger)
{
    private const int MostSuggestions = 3;

    public KnowledgeAnswer Answer(KnowledgeQuestion question)
    {
        var shown = new ShownArticle(articles, values, question.IsSignedIn, logger);
        if (AnswerToAskBack(question, shown) is { } chosen)
        {
            return chosen;
        }

        var found = articles.Search(question).Where(each => shown.Of(each.Article, null) is not null)
            .Take(MostSuggestions).ToList();
        var confidence = Confidence.Of(found);
        return Confidence.Decide(confidence) switch
        {
            KnowledgeAnswerKind.Answer => Answer(found[0].Article, question, shown, confidence),
            KnowledgeAnswerKind.Suggestions => new(KnowledgeAnswerKind.Suggestions, null, Suggestions(found, confidence), confidence),
            _ => new(KnowledgeAnswerKind.None, null, [], confidence),
        };
    }

    // The bot asked "for which country?"; the line names one of the article's cases.
    private KnowledgeAnswer? AnswerToAskBack(KnowledgeQuestion question, ShownArticle shown) =>
        question.Before is { AskedBack: true } before && articles.Find(before.ArticleKey, question.Language) is { } article
        && article.IsShown(question.IsSignedIn) && CaseChoice.Of(article.Content, question.Language, [question.Text]) is { } chosen
        && shown.Of(article, chosen) is { } answer
            ? new(KnowledgeAnswerKind.Answer, answer, [], 1) : null;

    private static KnowledgeAnswer Answer(SearchableArticle article, KnowledgeQuestion question, ShownArticle shown, double confidence)
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

        return shown.Of(article, chosen) is { } answer
            ? new(KnowledgeAnswerKind.Answer, answer, [], confidence) : new(KnowledgeAnswerKind.None, null, [], 0);
    }

    private static List<KnowledgeSuggestion> Suggestions(List<Found> found, double confidence) =>
        [.. Confidence.WorthOffering(found).Select(each => new KnowledgeSuggestion(each.Article.Key, each.Article.Content.Title, confidence * each.Score / found[0].Score))];
}
