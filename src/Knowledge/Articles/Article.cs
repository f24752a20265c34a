namespace Warmline.Knowledge.Articles;

/// <summary>One thing the shop knows, under a key that never changes (<c>returns.policy</c>), told in one or more languages.</summary>
internal sealed class Article(string key)
{
    public const int MaxKey = 100;

    public string Key { get; private set; } = key;

    public List<ArticleText> Texts { get; private set; } = [];
}
