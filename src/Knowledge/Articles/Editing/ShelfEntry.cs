namespace Warmline.Knowledge.Articles.Editing;

/// <summary>An article in a list, with how it stands in every language.</summary>
internal sealed record ShelfEntry(string Key, ArticleProperties Properties, long Version, IReadOnlyList<ShelfLanguage> Languages)
{
    /// <summary>In the language asked for, else in the source language, else in any.</summary>
    public string TitleIn(string language) =>
        Languages.FirstOrDefault(one => one.Language == language && one.Title.Length > 0)?.Title
        ?? Languages.FirstOrDefault(one => one.Language == Properties.SourceLanguage && one.Title.Length > 0)?.Title
        ?? Languages.FirstOrDefault(one => one.Title.Length > 0)?.Title ?? Key;
}

/// <summary>An article in one language, in a list. <see cref="State"/> null: not a word was written. Times are UTC.</summary>
internal sealed record ShelfLanguage(string Language, TranslationStatus Translation, ArticleState? State, string Title)
{
    public int? PublishedNumber { get; init; }

    public DateTime? ScheduledFor { get; init; }

    public DateTime? DraftAt { get; init; }

    public string? DraftBy { get; init; }

    /// <summary>Customers can read it (where its dates and audience let them).</summary>
    public bool IsLive => PublishedNumber is not null;

    internal static ShelfLanguage Of(string language, string source, IReadOnlyList<EditionFacts> editions)
    {
        var one = editions.FirstOrDefault(edition => edition.Language == language);
        var now = editions.FirstOrDefault(edition => edition.Language == source)?.PublishedHash;
        var translation = language == source ? TranslationStatus.Source
            : one?.PublishedNumber is null ? TranslationStatus.Missing
            : now is null || one.TranslatedFrom is null || one.TranslatedFrom == now ? TranslationStatus.Current
            : TranslationStatus.Stale;
        return one is null ? new(language, translation, null, "") : new(language, translation, one.State, one.Title)
        {
            PublishedNumber = one.PublishedNumber,
            ScheduledFor = one.ScheduledFor,
            DraftAt = one.DraftAt,
            DraftBy = one.DraftBy,
        };
    }
}

/// <summary>What lists need of an edition, without its words.</summary>
internal sealed record EditionFacts(string Key, string Language, ArticleState State, string Title)
{
    public int? PublishedNumber { get; init; }

    public string? PublishedHash { get; init; }

    public string? TranslatedFrom { get; init; }

    public DateTime? ScheduledFor { get; init; }

    public DateTime DraftAt { get; init; }

    public required string DraftBy { get; init; }
}

/// <summary>What a list is narrowed to; null or empty: everything. <see cref="State"/>, <see cref="Translation"/> and <see cref="Live"/> are
/// those of <see cref="Language"/>, or of any language where none is given. <see cref="Text"/> is looked for in keys, titles and drafts.</summary>
internal sealed record ShelfFilter
{
    public string? Text { get; init; }

    public string? Tag { get; init; }

    public string? Language { get; init; }

    public ArticleState? State { get; init; }

    public TranslationStatus? Translation { get; init; }

    public bool? Live { get; init; }

    internal bool Fits(ShelfLanguage one) =>
        (string.IsNullOrEmpty(Language) || one.Language == Language) && (State is null || one.State == State)
        && (Translation is null || one.Translation == Translation) && (Live is null || one.IsLive == Live);
}

/// <summary>An article in one language, to be worked on. <see cref="Draft"/> null: not a word yet; a save begins from version 0.</summary>
internal sealed record OpenArticle(string Key, ArticleProperties Properties, long PropertiesVersion, ShelfLanguage Language)
{
    public ArticleContent? Draft { get; init; }

    public long DraftVersion { get; init; }

    public string? SubmittedBy { get; init; }

    public DateTime? SubmittedAt { get; init; }

    /// <summary>What customers read.</summary>
    public ArticleContent? Live { get; init; }

    public int? ScheduledNumber { get; init; }

    /// <summary>Of the newest line of its history.</summary>
    public int? LastNumber { get; init; }

    /// <summary>Empty, and nothing to tell, unless a draft waits to be published: then what keeps it from customers.</summary>
    public IReadOnlyList<ContentProblem> Hindrances { get; init; } = [];
}

/// <summary>A line of the history, without its content.</summary>
internal sealed record HistoryLine(int Number, VersionKind Kind, DateTime At, string By, string? Comment, int? BasedOn, int? Replaced, DateTime? GoesLiveAt);
