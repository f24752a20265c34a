namespace Warmline.Knowledge.Articles;

/// <summary>One thing the shop knows, under a key that never changes (<c>returns.policy</c>), told in one or more languages.</summary>
internal sealed class Article(string key, string sourceLanguage)
{
    public const int MaxKey = 100;
    public const int MaxTags = 1000;
    private const char TagMark = '|';

    public string Key { get; private set; } = key;

    /// <summary>The language the others are translated from.</summary>
    public string SourceLanguage { get; private set; } = sourceLanguage;

    /// <summary><c>|returns|money|</c>, so that a whole tag can be looked for in any database.</summary>
    public string TagList { get; private set; } = "";

    public ArticleAudience Audience { get; private set; }

    public DateTime? ValidFrom { get; private set; }

    /// <summary>The first moment at which it is no longer shown.</summary>
    public DateTime? ValidUntil { get; private set; }

    /// <summary>Another person than the one who wrote it must publish it.</summary>
    public bool RequiresReview { get; private set; }

    /// <summary>Raised by every save of the properties.</summary>
    public long Version { get; private set; }

    public List<ArticleEdition> Editions { get; private set; } = [];

    public IReadOnlyList<string> Tags => TagList.Split(TagMark, StringSplitOptions.RemoveEmptyEntries);

    public ArticleProperties Properties => new()
    {
        Tags = Tags,
        Audience = Audience,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
        RequiresReview = RequiresReview,
        SourceLanguage = SourceLanguage,
    };

    public static string Marked(string tag) => $"{TagMark}{tag}{TagMark}";

    public void Set(ArticleProperties properties)
    {
        TagList = properties.Tags.Count == 0 ? "" : TagMark + string.Join(TagMark, properties.Tags) + TagMark;
        (Audience, ValidFrom, ValidUntil) = (properties.Audience, properties.ValidFrom, properties.ValidUntil);
        (RequiresReview, SourceLanguage) = (properties.RequiresReview, properties.SourceLanguage);
    }
}
