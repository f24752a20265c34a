using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Articles, or one of their cases, as a customer reads them: the shop's values in place, other articles as buttons.</summary>
internal sealed class ShownArticle(ArticleSearch articles, IReadOnlyDictionary<string, string> values, bool isSignedIn, ILogger logger)
{
    /// <summary>Null, and logged, when a value is missing.</summary>
    public KnowledgeArticle? Of(SearchableArticle article, ArticleCase? only, bool isFallback = false)
    {
        var content = article.Content;
        var (markdown, missing) = Placeholders.Fill(only?.Answer ?? content.Answer, article.Language, values);
        var (shortForm, missingInShort) = only is null && content.ShortForm is { } brief ? Placeholders.Fill(brief, article.Language, values) : (null, null);
        if ((missing ?? missingInShort) is { } placeholder)
        {
            KnowledgeLog.PlaceholderMissing(logger, article.Key, article.Language, placeholder);
            return null;
        }

        var (text, linked) = ArticleReferences.TakeOut(markdown!);
        return new(article.Key, article.Language, content.Title, text, isFallback)
        {
            ShortForm = shortForm,
            Buttons = [.. content.Buttons.Select(button => Button(button, article.Language)).Concat(linked.Select(link => Another(link.Label, link.Key, article.Language)))
                .OfType<KnowledgeButton>().DistinctBy(button => (button.Task, button.Link, button.Question))],
        };
    }

    private KnowledgeButton? Button(ArticleButton button, string language) => ArticleLinks.KeyOf(button.Link?.OriginalString) is { } key
        ? Another(button.Label, key, language) : new(button.Label, button.Task, button.Link);

    private KnowledgeButton? Another(string label, string key, string language) =>
        articles.Find(key, language) is { } other && other.IsShown(isSignedIn) ? new(label, null, null) { Question = other.Content.Title } : null;
}
