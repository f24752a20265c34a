using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Warmline.Knowledge.Articles;

/// <summary>Addresses in articles: pages, mail, telephones, other articles (<c>article:returns.how</c>), pictures of our own.</summary>
internal static class ArticleLinks
{
    public const string ArticleScheme = "article:";
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:", ArticleScheme];

    /// <summary>A known scheme, or a path on this host; nothing that could run or leave the host unseen.</summary>
    public static bool IsAllowed(string address)
    {
        if (address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\'))
        {
            return false;
        }

        if (address.StartsWith('/'))
        {
            return !address.StartsWith("//", StringComparison.Ordinal);
        }

        return address.StartsWith(ArticleScheme, StringComparison.OrdinalIgnoreCase)
            ? ArticleKeys.IsKey(address[ArticleScheme.Length..])
            : Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) && Uri.TryCreate(address, UriKind.Absolute, out _);
    }

    /// <summary>Of <c>article:returns.how</c>; null for any other address.</summary>
    public static string? KeyOf(string? address) =>
        address?.StartsWith(ArticleScheme, StringComparison.OrdinalIgnoreCase) is true ? address[ArticleScheme.Length..] : null;

    /// <summary>The articles a content links to.</summary>
    public static IEnumerable<string> KeysIn(ArticleContent content) => In(content).Select(KeyOf).OfType<string>();

    /// <summary>Every address a text links to or shows a picture from.</summary>
    public static IEnumerable<string> In(string markdown)
    {
        var document = ArticleMarkdown.Parse(markdown);
        return document.Descendants<LinkInline>().Select(link => link.Url ?? "")
            .Concat(document.Descendants<AutolinkInline>().Select(link => link.IsEmail ? $"mailto:{link.Url}" : link.Url))
            .Concat(document.Descendants<LinkReferenceDefinition>().Select(link => link.Url ?? ""))
            .Where(address => address.Length > 0);
    }

    public static IEnumerable<string> PicturesIn(string markdown) =>
        ArticleMarkdown.Parse(markdown).Descendants<LinkInline>().Where(link => link.IsImage).Select(link => link.Url ?? "");

    /// <summary>Every address of a content: its answers' and its buttons'.</summary>
    public static IEnumerable<string> In(ArticleContent content) =>
        content.Cases.Select(one => one.Answer).Prepend(content.Answer).SelectMany(In)
            .Concat(content.Buttons.Select(button => button.Link?.OriginalString).OfType<string>());
}
