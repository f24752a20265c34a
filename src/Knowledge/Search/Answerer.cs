using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Decides what is said to one question: an article or one of its cases, a question back, up to three to choose from, or nothing.</summary>
internal sealed class Answerer(ArticleSearch articles, IReadOnlyDictionary<string, string> values, ILogger logger)
{
    private const int MostSuggestions = 3;
    private const double SureOfAnyArticle = 0.75;
    private const string FallbackLanguage = "en";

    public KnowledgeAnswer Answer(KnowledgeQuestion question)
    {
        var answer = Find(question, new ShownArticle(articles, values, question.IsSignedIn, logger));
        return question.General is { } general && !IsAbout(answer, general)
            ? Get(general, question.Language, question.IsSignedIn) is { } article
                ? new(KnowledgeAnswerKind.Answer, article, [], answer.Score) : new(KnowledgeAnswerKind.None, null, [], answer.Score)
            : answer;
    }

    /// <summary>The article in that language, else in English and marked so; null: there is none that may be shown.</summary>
    public KnowledgeArticle? Get(string key, string language, bool isSignedIn)
    {
        var shown = new ShownArticle(articles, values, isSignedIn, logger);
        return Show(articles.Find(key, language), isFallback: false)
            ?? (language == FallbackLanguage ? null : Show(articles.Find(key, FallbackLanguage), isFallback: true));

        KnowledgeArticle? Show(SearchableArticle? article, bool isFallback) =>
            article is not null && article.IsShown(isSignedIn) ? shown.Of(article, null, isFallback) : null;
    }

    private static bool IsAbout(KnowledgeAnswer answer, string general) =>
        (answer.AskBack is { } askBack && Topic(askBack.Key) == Topic(general))
        || (answer.Article is { } article && (answer.Score >= SureOfAnyArticle || Topic(article.Key) == Topic(general)));

    private static string Topic(string key) => key.Split('.')[0];

    private KnowledgeAnswer Find(KnowledgeQuestion question, ShownArticle shown)
    {
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
