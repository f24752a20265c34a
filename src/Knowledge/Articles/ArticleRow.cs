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

    public static GivenProperties Of(ArticleProperties properties) => new()
    {
        Tags = properties.Tags,
        Audience = properties.Audience,
        ValidFrom = properties.ValidFrom,
        ValidUntil = properties.ValidUntil,
        RequiresReview = properties.RequiresReview,
        SourceLanguage = properties.SourceLanguage,
    };

    /// <summary>This, and what only the other gives.</summary>
    public GivenProperties And(GivenProperties other) => new()
    {
        Tags = Tags ?? other.Tags,
        Audience = Audience ?? other.Audience,
        ValidFrom = ValidFrom ?? other.ValidFrom,
        ValidUntil = ValidUntil ?? other.ValidUntil,
        RequiresReview = RequiresReview ?? other.RequiresReview,
        SourceLanguage = SourceLanguage ?? other.SourceLanguage,
    };

    /// <summary>Both give a property, and not the same.</summary>
    public bool IsAgainst(GivenProperties other) =>
        !And(other).Over(new()).SameAs(other.And(this).Over(new()));
}
