namespace Warmline.Knowledge.Articles;

/// <summary>An article in one language as customers may read it: what is indexed and answered from. The same object as long as it is unchanged.</summary>
internal sealed record ArticleText(string ArticleKey, string Language, ArticleContent Content)
{
    public const int MaxLanguage = 10;

    public string Title => Content.Title;

    public string Answer => Content.Answer;

    /// <summary>Its number in the history; 0 for a text that is in no database.</summary>
    public int Number { get; init; }

    public ArticleProperties Properties { get; init; } = new();

    /// <summary>Whether a customer may read it at that moment (UTC).</summary>
    public bool IsFor(bool signedIn, DateTime now) =>
        (signedIn || Properties.Audience == ArticleAudience.Everyone) && Properties.IsInDates(now);
}
