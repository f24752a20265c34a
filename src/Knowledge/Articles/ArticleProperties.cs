namespace Warmline.Knowledge.Articles;

/// <summary>Who may read an article.</summary>
internal enum ArticleAudience
{
    Everyone = 0,

    /// <summary>Only customers the shop knows.</summary>
    SignedIn = 1,
}

/// <summary>What is said of an article in all its languages. Dates are UTC; <see cref="ValidUntil"/> itself is already too late.</summary>
internal sealed record ArticleProperties
{
    public const string DefaultSource = "en";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public ArticleAudience Audience { get; init; }

    public DateTime? ValidFrom { get; init; }

    public DateTime? ValidUntil { get; init; }

    public bool RequiresReview { get; init; }

    public string SourceLanguage { get; init; } = DefaultSource;

    public bool IsInDates(DateTime now) => (ValidFrom is not { } from || from <= now) && (ValidUntil is not { } until || now < until);

    /// <summary>Equal in everything, the tags one by one (a record would compare the lists by reference).</summary>
    public bool SameAs(ArticleProperties other) => this with { Tags = other.Tags } == other && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);
}
