using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Search;

/// <summary>An answer for channels without Markdown: the same words, list items marked, a table line by line, links with their address behind them, where it leads anywhere outside of our own page.</summary>
internal static class PlainText
{
    // "~~35~~ 29": where nothing can be struck, the old price would be read as one.
    private const char Struck = '~';

    public static string From(string markdown)
    {
        var result = new StringBuilder();
        Write(result, ArticleMarkdown.Parse(markdown), "");
        return result.ToString().Trim();
    }

    private static void Write(StringBuilder result, ContainerBlock blocks, string mark)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ListBlock list:
                    WriteItems(result, list);
                    break;
                case Table table:
                    WriteRows(result, table);
                    break;
                case ContainerBlock container:
                    Write(result, container, mark);
                    break;
                case LeafBlock { Inline: { } inline }:
                    result.Append(mark);
                    Write(result, inline);
                    result.Append(mark.Length > 0 ? "\n" : "\n\n");
                    break;
                case LeafBlock leaf:
                    result.Append(leaf.Lines.ToString()).Append("\n\n");
                    break;
            }
        }
    }

    private static void WriteItems(StringBuilder result, ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            Write(result, item, list.IsOrdered ? $"{item.Order}. " : "• ");
        }

        result.Append('\n');
    }

    private static void WriteRows(StringBuilder result, Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            result.AppendJoin(" · ", row.OfType<TableCell>().Select(Words)).Append('\n');
        }

        result.Append('\n');
    }

    private static string Words(TableCell cell)
    {
        var words = new StringBuilder();
        Write(words, cell, "");
        return words.ToString().Trim();
    }

    private static void Write(StringBuilder result, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LinkInline link:
                    Write(result, (ContainerInline)link);
                    result.Append(link.IsImage || link.IsAutoLink || link.Url is ['/', ..] ? "" : $" ({link.Url})");
                    break;
                case EmphasisInline { DelimiterChar: Struck }:
                    break;
                case ContainerInline container:
                    Write(result, container);
                    break;
                default:
                    result.Append(TextOf(inline));
                    break;
            }
        }
    }

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };
}
