using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search;

/// <summary>Links to other articles, which lead nowhere in a chat: the words stay in the text, the articles become buttons.</summary>
internal static class ArticleReferences
{
    /// <summary>The text without such links, and whither they led, in their order: the words of the link and the article's key.</summary>
    public static (string Markdown, IReadOnlyList<(string Label, string Key)> Articles) TakeOut(string markdown)
    {
        if (!markdown.Contains(ArticleLinks.ArticleScheme, StringComparison.OrdinalIgnoreCase))
        {
            return (markdown, []);
        }

        var links = ArticleMarkdown.Parse(markdown).Descendants<LinkInline>().Where(link => !link.IsImage && ArticleLinks.KeyOf(link.Url) is not null).ToList();
        var articles = links.ConvertAll(link => (Words(link), ArticleLinks.KeyOf(link.Url)!));
        foreach (var link in links.OrderByDescending(link => link.Span.Start))
        {
            markdown = string.Concat(markdown.AsSpan(0, link.Span.Start), Words(link), markdown.AsSpan(link.Span.End + 1));
        }

        return (markdown, articles);
    }

    private static string Words(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(words => words.Content.ToString()));
}
