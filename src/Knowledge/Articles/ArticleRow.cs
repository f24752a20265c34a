namespace Warmline.Knowledge.Articles;

/// <summary>
/// An article in one language as a file brings it. <see cref="Place"/> is the file, or the row in it. Properties the file does not
/// speak of are null in <see cref="Properties"/>.
/// </summary>
internal sealed record ArticleRow(string Place, string Key, string Language, ArticleContent Content, GivenProperties Properties)
{
    /// <summary>Fields that could not be read.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    public ArticleText Text => new(Key, Language, Content) { Properties = Properties.Over(new ArticleProperties()) };
}

/// <summary>Properties as a file gives them; null: not given, stays as it is.</summary>
internal sealed record GivenProperties
{
    public IReadOnlyList<string>? Tags { get; init; }

    public ArticleAudience? Audience { get; init; }

    public DateTime? ValidFrom { get; init; }

    public DateTime? ValidUntil { get; init; }

    public bool? RequiresReview { get; init; }

    public string? SourceLanguage { get; init; }

    public ArticleProperties Over(ArticleProperties before) => before with
    {
        Tags = Tags ?? before.Tags,
        Audience = Audience ?? before.Audience,
        ValidFrom = ValidFrom ?? before.ValidFrom,
        ValidUntil = ValidUntil ?? before.ValidUntil,
        RequiresReview = RequiresReview ?? before.RequiresReview,
        SourceLanguage = SourceLanguage ?? before.SourceLanguage,
    };
}
