using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Warmline.Bot.Channels.Connector;

/// <summary>
/// Addresses on this very host, <c>/knowledge/pictures/…</c>: our own page finds them, a messenger does not. There they get the public
/// address before them; where none is set, a picture is its words and a link is its words.
/// </summary>
internal static class HouseLinks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="start">Of the public address, without a slash at its end; null: not known.</param>
    public static string Reach(string markdown, string? start)
    {
        // Most texts have none: they are not read a second time.
        if (!markdown.Contains("](", StringComparison.Ordinal) && !markdown.Contains("]:", StringComparison.Ordinal))
        {
            return markdown;
        }

        // From the end, so that what stands before keeps its place. A picture within a link is done with the link.
        var links = Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Where(IsOfHouse).ToList();
        foreach (var link in links.Where(link => !IsWithin(link, links)).OrderByDescending(link => link.Span.Start))
        {
            markdown = string.Concat(markdown.AsSpan(0, link.Span.Start), Written(link, start), markdown.AsSpan(link.Span.End + 1));
        }

        return markdown;
    }

    private static bool IsWithin(Inline inline, List<LinkInline> links)
    {
        var outer = inline.Parent;
        while (outer is not null and not LinkInline)
        {
            outer = outer.Parent;
        }

        return outer is LinkInline link && links.Contains(link);
    }

    private static bool IsOfHouse(LinkInline link) => link.Url is ['/', not '/', ..] or "/";

    private static string Written(LinkInline link, string? start)
    {
        var words = string.Concat(link.Select(inline => inline is LinkInline inner && IsOfHouse(inner) ? Written(inner, start) : Words(inline)));
        return start is null ? words : $"{(link.IsImage ? "!" : "")}[{words}]({start}{link.Url})";
    }

    private static string Words(Inline inline) => inline switch
    {
        LiteralInline literal => Escaped(literal.Content.ToString()),
        CodeInline code => code.Content,
        ContainerInline container => string.Concat(container.Select(Words)),
        LineBreakInline => " ",
        HtmlEntityInline entity => Escaped(entity.Transcoded.ToString()),
        _ => "",
    };

    // As letters: what had no meaning for Markdown in the link gets none outside of it.
    private static string Escaped(string words) => string.Concat(words.Select(letter => letter is '\\' or '[' or ']' or '*' or '_' or '`' or '<' ? $"\\{letter}" : $"{letter}"));
}
