namespace Warmline.Knowledge.Articles;

/// <summary>An article in one language: its title, its answer in Markdown, and the ways customers ask for it.</summary>
internal sealed class ArticleText(string articleKey, string language, string title, string answer)
{
    public const int MaxLanguage = 10;
    public const int MaxTitle = 200;
    public const int MaxAnswer = 20_000;

    public string ArticleKey { get; private set; } = articleKey;

    /// <summary>Two letters: <c>en</c>, <c>pl</c>, <c>ru</c>, <c>fa</c>.</summary>
    public string Language { get; private set; } = language;

    public string Title { get; private set; } = title;

    public string Answer { get; private set; } = answer;

    public long Version { get; private set; }

    public List<ArticleQuestion> Questions { get; private set; } = [];
}
