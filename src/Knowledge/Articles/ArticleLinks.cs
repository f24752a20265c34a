using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Warmline.Knowledge.Articles.Pictures;

namespace Warmline.Knowledge.Articles;

/// <summary>Addresses in articles: pages, mail, telephones, other articles (<c>article:returns.how</c>), pictures of our own.</summary>
internal static class ArticleLinks
{
    public const string ArticleScheme = "article:";
    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:", ArticleScheme];

    /// <summary>A known scheme, or a picture of ours; nothing that could run. Other paths of this host lead nowhere in a channel.</summary>
    public static bool IsAllowed(string address)
    {
        if (address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\'))
        {
            return false;
        }

        if (address.StartsWith('/'))
        {
            return PictureRoute.IsOurs(address);
        }

        return address.StartsWith(ArticleScheme, StringComparison.OrdinalIgnoreCase)
            ? ArticleKeys.IsKey(address[ArticleScheme.Length..])
            : Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) && Uri.TryCreate(address, UriKind.Absolute, out _);
    }

    /// <summary>Of <c>article:returns.how</c>; null for any other address.</summary>
    public static string? KeyOf(string? address) =>
        address?.StartsWith(ArticleScheme, StringComparison.OrdinalIgnoreCase) is true ? address[ArticleScheme.Length..] : null;

    /// <summary>The articles a content links to, and in which field it does.</summary>
    public static IEnumerable<(string Field, string Key)> KeysIn(ArticleContent content) =>
        In(content.Answer).Select(address => (nameof(content.Answer), KeyOf(address)))
            .Concat(content.Cases.SelectMany(one => In(one.Answer)).Select(address => (nameof(content.Cases), KeyOf(address))))
            .Concat(content.Buttons.Select(button => (nameof(content.Buttons), KeyOf(button.Link?.OriginalString))))
            .Where(link => link.Item2 is not null).Select(link => (link.Item1, link.Item2!));

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
