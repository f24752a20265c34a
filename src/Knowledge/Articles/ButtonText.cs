namespace Warmline.Knowledge.Articles;

/// <summary>A button as text: <c>label -> start_return</c>, <c>label -> https://…</c>, <c>label -> article:key</c>.</summary>
internal static class ButtonText
{
    private const string Arrow = "->";

    public static string Of(ArticleButton button) => $"{button.Label} {Arrow} {button.Task ?? button.Link?.OriginalString}";

    public static ArticleButton? Read(string text, Findings found)
    {
        var arrow = text.LastIndexOf(Arrow, StringComparison.Ordinal);
        var (label, leadsTo) = arrow < 0 ? (text, "") : (text[..arrow].Trim(), text[(arrow + Arrow.Length)..].Trim());
        if (ContentRules.Tasks.Contains(leadsTo))
        {
            return new(label, leadsTo, null);
        }

        if (leadsTo.Length > 0 && ArticleLinks.IsAllowed(leadsTo) && Uri.TryCreate(leadsTo, UriKind.RelativeOrAbsolute, out var link))
        {
            return new(label, null, link);
        }

        found.Add(ContentFault.Button, nameof(ArticleContent.Buttons), text);
        return null;
    }
}
