namespace Warmline.Knowledge.Articles;

/// <summary>A line of an article's history with the content it is about. Written once, never changed.</summary>
internal sealed class ArticleVersion(
    string articleKey, string language, int number, VersionKind kind, string content, DateTime at)
{
    public const int MaxComment = 1000;

    public string ArticleKey { get; private set; } = articleKey;

    public string Language { get; private set; } = language;

    /// <summary>1, 2, 3 … within the article and language.</summary>
    public int Number { get; private set; } = number;

    public VersionKind Kind { get; private set; } = kind;

    /// <summary>An <see cref="ArticleContent"/> as <see cref="ContentJson"/> writes it.</summary>
    public string Content { get; private set; } = content;

    public DateTime At { get; private set; } = at;

    public string ById { get; init; } = "";

    public string ByName { get; init; } = "";

    public string? Comment { get; init; }

    /// <summary>The version this one restores, undoes, or publishes on schedule.</summary>
    public int? BasedOn { get; init; }

    /// <summary>What customers read before this was published; null: nothing.</summary>
    public int? Replaced { get; init; }

    /// <summary>When a scheduled version goes live.</summary>
    public DateTime? GoesLiveAt { get; init; }
}
