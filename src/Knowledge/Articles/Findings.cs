using Warmline.Knowledge.Articles.Pictures;

namespace Warmline.Knowledge.Articles;

/// <summary>The problems found in one content, each once.</summary>
internal sealed class Findings
{
    private readonly List<ContentProblem> _all = [];

    public IReadOnlyList<ContentProblem> All => [.. _all.Distinct()];

    public void Add(ContentFault fault, string field, string detail) => _all.Add(new ContentProblem(fault, field, detail));

    public void Present(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(ContentFault.Missing, field, "");
        }
    }

    public void Count(string field, int count, int most)
    {
        if (count > most)
        {
            Add(ContentFault.TooMany, field, $"{most}");
        }
    }

    public void Line(string field, string text, int longest) => Check(field, text, longest, char.IsControl);

    public void Lines(string field, IEnumerable<string> lines, int longest)
    {
        foreach (var line in lines)
        {
            Line(field, line, longest);
        }
    }

    public void Text(string field, string text, int longest) => Check(field, text, longest, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));

    public void Once(string field, IEnumerable<string> values)
    {
        foreach (var value in values.CountBy(value => value.Trim(), StringComparer.OrdinalIgnoreCase).Where(pair => pair.Value > 1))
        {
            Add(ContentFault.Twice, field, value.Key);
        }
    }

    public void Link(string field, string? address)
    {
        if (address is not null && !ArticleLinks.IsAllowed(address))
        {
            Add(ContentFault.Link, field, address);
        }
    }

    public void Markdown(string field, string markdown)
    {
        foreach (var address in ArticleLinks.In(markdown))
        {
            Link(field, address);
        }

        foreach (var address in ArticleLinks.PicturesIn(markdown).Where(address => !PictureRoute.IsOurs(address)))
        {
            Add(ContentFault.Picture, field, address);
        }

        if (ArticleMarkdown.IsTooDeep(markdown))
        {
            Add(ContentFault.Nested, field, "");
        }

        if (ArticleMarkdown.HasHtml(markdown))
        {
            Add(ContentFault.Html, field, "");
        }
    }

    private void Check(string field, string text, int longest, Func<char, bool> isForbidden)
    {
        if (text.Length > longest)
        {
            Add(ContentFault.TooLong, field, $"{longest}");
        }

        if (text.Any(isForbidden) || !IsWhole(text))
        {
            Add(ContentFault.Characters, field, "");
        }
    }

    // Half a surrogate pair cannot be written as UTF-8.
    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
