using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>An article, or one of its cases, with the shop's values in place.</summary>
internal static class ShownArticle
{
    /// <summary>Null, and logged, when a value is missing.</summary>
    public static KnowledgeArticle? Of(
        SearchableArticle article, ArticleCase? only, IReadOnlyDictionary<string, string> values, bool isFallback, ILogger logger)
    {
        var content = article.Content;
        var (markdown, missing) = Placeholders.Fill(only?.Answer ?? content.Answer, article.Language, values);
        var (shortForm, missingInShort) = only is null && content.ShortForm is { } text ? Placeholders.Fill(text, article.Language, values) : (null, null);
        if ((missing ?? missingInShort) is { } placeholder)
        {
            KnowledgeLog.PlaceholderMissing(logger, article.Key, article.Language, placeholder);
            return null;
        }

        return new(article.Key, article.Language, content.Title, markdown!, isFallback)
        {
            ShortForm = shortForm,
            Buttons = [.. content.Buttons.Select(button => new KnowledgeButton(button.Label, button.Task, button.Link))],
        };
    }
}
