using System.Net;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Warmline.Knowledge.Articles;

/// <summary>
/// Articles' Markdown, with what the chat draws beyond the plain kind: tables, struck words, addresses without marks. As HTML for
/// previews: raw HTML is shown as its letters, an address we do not know leads nowhere.
/// </summary>
internal static class ArticleMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoLinks().UsePreciseSourceLocation().Build();
    private static readonly MarkdownPipeline WithHtml = new MarkdownPipelineBuilder().Build();

    /// <summary>What is nested too deeply to be read is one run of letters.</summary>
    public static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return [new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) }];
        }
    }

    /// <summary>Marks within marks, deeper than anybody means them: the library gives up there.</summary>
    public static bool IsTooDeep(string markdown)
    {
        try
        {
            _ = Markdown.ToHtml(markdown, Pipeline);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    public static bool HasHtml(string markdown)
    {
        if (IsTooDeep(markdown))
        {
            return false;
        }

        var document = Markdown.Parse(markdown, WithHtml);
        return document.Descendants<HtmlBlock>().Any() || document.Descendants<HtmlInline>().Any();
    }

    public static string ToHtml(string markdown)
    {
        if (IsTooDeep(markdown))
        {
            return WebUtility.HtmlEncode(markdown);
        }

        var document = Parse(markdown);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !ArticleLinks.IsAllowed(link.Url ?? "")))
        {
            (link.Url, link.IsImage) = ("#", false);
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !ArticleLinks.IsAllowed(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        // The chat leaves these words.
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsAutoLink && link.FirstChild is LiteralInline { Content: var words } && words.Match("www.")).ToList())
        {
            link.ReplaceBy(new LiteralInline(((LiteralInline)link.FirstChild!).Content), copyChildren: false);
        }

        // Alignment would be written as inline style, which the pages' policy forbids.
        foreach (var column in document.Descendants<Table>().SelectMany(table => table.ColumnDefinitions))
        {
            column.Alignment = null;
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }
}
