namespace Warmline.Knowledge.Articles;

/// <summary>One way customers ask for an article, in the order the editor gave.</summary>
internal sealed class ArticleQuestion(string articleKey, string language, int position, string text)
{
    public const int MaxText = 300;

    public string ArticleKey { get; private set; } = articleKey;

    public string Language { get; private set; } = language;

    public int Position { get; private set; } = position;

    public string Text { get; private set; } = text;
}
