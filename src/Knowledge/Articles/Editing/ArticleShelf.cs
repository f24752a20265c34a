using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>What editors' pages read: lists, an article to work on, its history. Whoever may see the pages may read all of it.</summary>
internal sealed class ArticleShelf(KnowledgeDatabase database, IOptions<KnowledgeOptions> options)
{
    /// <summary>Articles by key with every language of each; <paramref name="skip"/> and <paramref name="take"/> count articles.</summary>
    public async Task<(IReadOnlyList<ShelfEntry> Entries, int All)> ListAsync(ShelfFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var found = (await ReadAsync(db, filter, cancellationToken)).Where(entry => entry.Languages.Any(filter.Fits)).ToList();
        return ([.. found.Skip(skip).Take(take)], found.Count);
    }

    /// <summary>Every tag in use and how many articles have it.</summary>
    public async Task<IReadOnlyList<(string Tag, int Articles)>> TagsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var articles = await db.Articles.AsNoTracking().Where(article => article.TagList != "").ToListAsync(cancellationToken);
        return [.. articles.SelectMany(article => article.Tags).CountBy(tag => tag).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => (tag.Key, tag.Value))];
    }

    /// <summary>Null: no such article.</summary>
    public async Task<OpenArticle?> OpenAsync(string key, string language, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var article = await db.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.Key == key, cancellationToken);
        if (article is null)
        {
            return null;
        }

        var facts = await Facts(db.Editions.Where(e => e.ArticleKey == key)).ToListAsync(cancellationToken);
        var edition = await db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.ArticleKey == key && e.Language == language, cancellationToken);
        var draft = edition is null ? null : ContentJson.Read(edition.Draft);
        var live = edition?.PublishedNumber is { } number ? await ContentAsync(db, key, language, number, cancellationToken) : null;
        return new OpenArticle(key, article.Properties, article.Version, ShelfLanguage.Of(language, article.SourceLanguage, facts))
        {
            Draft = draft,
            Hindrances = edition?.State is ArticleState.Draft or ArticleState.InReview
                ? await PublishCheck.OfAsync(db, draft!, language, options.Value.Placeholders(), cancellationToken) : [],
            DraftVersion = edition?.DraftVersion ?? 0,
            SubmittedBy = edition?.SubmittedByName,
            SubmittedAt = edition?.SubmittedAt,
            Live = live,
            ScheduledNumber = edition?.ScheduledNumber,
            LastNumber = edition?.LastNumber,
        };
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(string key, string language, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Versions.Where(v => v.ArticleKey == key && v.Language == language).OrderByDescending(v => v.Number)
            .Select(v => new HistoryLine(v.Number, v.Kind, v.At, v.ByName, v.Comment, v.BasedOn, v.Replaced, v.GoesLiveAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Null: no such version.</summary>
    public async Task<ArticleContent?> VersionAsync(string key, string language, int number, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await ContentAsync(db, key, language, number, cancellationToken);
    }

    /// <summary>What leads from one version to another; null for <paramref name="from"/>: from nothing. Null: one of them is not there.</summary>
    public async Task<IReadOnlyList<FieldDiff>?> DiffAsync(string key, string language, int? from, int to, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var old = from is { } number ? await ContentAsync(db, key, language, number, cancellationToken) : new ArticleContent { Title = "", Answer = "" };
        var current = await ContentAsync(db, key, language, to, cancellationToken);
        return old is null || current is null ? null : ArticleDiff.Between(old, current);
    }

    /// <summary>What became of the source's published words since this translation was last held against them.</summary>
    public async Task<IReadOnlyList<FieldDiff>> SourceChangesAsync(string key, string language, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var source = await db.Articles.Where(a => a.Key == key).Select(a => a.SourceLanguage).SingleAsync(cancellationToken);
        var held = await db.Editions.Where(e => e.ArticleKey == key && e.Language == language).Select(e => e.TranslatedFrom).SingleOrDefaultAsync(cancellationToken);
        var now = await db.Editions.Where(e => e.ArticleKey == key && e.Language == source).Select(e => e.PublishedNumber).SingleOrDefaultAsync(cancellationToken);
        if (held is null || now is not { } number || await ContentAsync(db, key, source, number, cancellationToken) is not { } current)
        {
            return [];
        }

        var versions = db.Versions.Where(v => v.ArticleKey == key && v.Language == source && v.Kind == VersionKind.Published)
            .OrderByDescending(v => v.Number).Select(v => v.Content).AsAsyncEnumerable();
        var then = await versions.FirstOrDefaultAsync(content => ContentJson.Hash(content) == held, cancellationToken);
        return then is null ? [] : ArticleDiff.Between(ContentJson.Read(then), current);
    }

    private static async Task<IReadOnlyList<ShelfEntry>> ReadAsync(KnowledgeDb db, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var articles = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Tag))
        {
            articles = articles.Where(article => article.TagList.Contains(Article.Marked(filter.Tag)));
        }

        var found = await articles.OrderBy(article => article.Key).ToListAsync(cancellationToken);
        var editions = (await Facts(db.Editions).ToListAsync(cancellationToken)).ToLookup(edition => edition.Key, StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var with = await KeysWithAsync(db, TextNormalizer.Normalize(filter.Text), cancellationToken);
            found.RemoveAll(article => !with.Contains(article.Key) && !article.Key.Contains(filter.Text.Trim(), StringComparison.OrdinalIgnoreCase));
        }

        return [.. found.Select(article => Entry(article, [.. editions[article.Key]]))];
    }

    // Read and compared here: no two databases fold case, accents and Persian letters alike.
    private static async Task<HashSet<string>> KeysWithAsync(KnowledgeDb db, string text, CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (text.Length == 0)
        {
            return keys; // signs only
        }

        await foreach (var edition in db.Editions.Select(e => new { e.ArticleKey, e.Draft }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!keys.Contains(edition.ArticleKey) && TextNormalizer.Normalize(Words(ContentJson.Read(edition.Draft))).Contains(text, StringComparison.Ordinal))
            {
                keys.Add(edition.ArticleKey);
            }
        }

        return keys;
    }

    private static string Words(ArticleContent content) => string.Join(
        '\n',
        [content.Title, .. content.Variants, content.Answer, content.ShortForm, content.AskBack, .. content.Cases.SelectMany(one => one.Words.Prepend(one.Label).Append(one.Answer)), .. content.Buttons.Select(button => button.Label)]);

    private static IQueryable<EditionFacts> Facts(IQueryable<ArticleEdition> editions) => editions.Select(e => new EditionFacts(e.ArticleKey, e.Language, e.State, e.Title)
    {
        PublishedNumber = e.PublishedNumber,
        PublishedHash = e.PublishedHash,
        TranslatedFrom = e.TranslatedFrom,
        ScheduledFor = e.ScheduledFor,
        DraftAt = e.DraftAt,
        DraftBy = e.DraftByName,
    });

    private static ShelfEntry Entry(Article article, IReadOnlyList<EditionFacts> editions) => new(
        article.Key,
        article.Properties,
        article.Version,
        [.. ArticleLanguages.All.Select(language => ShelfLanguage.Of(language, article.SourceLanguage, editions))]);

    private static async Task<ArticleContent?> ContentAsync(KnowledgeDb db, string key, string language, int number, CancellationToken cancellationToken) =>
        await db.Versions.Where(v => v.ArticleKey == key && v.Language == language && v.Number == number)
            .Select(v => v.Content).SingleOrDefaultAsync(cancellationToken) is { } content ? ContentJson.Read(content) : null;
}
