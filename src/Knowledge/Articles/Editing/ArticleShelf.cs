using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>What editors' pages read: lists, an article to work on, its history. Whoever may see the pages may read all of it.</summary>
internal sealed class ArticleShelf(KnowledgeDatabase database)
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
        var article = await db.Articles.AsNoTracking().Include(a => a.Editions).SingleOrDefaultAsync(a => a.Key == key, cancellationToken);
        if (article is null)
        {
            return null;
        }

        var edition = article.Editions.Find(e => e.Language == language);
        var live = edition?.PublishedNumber is { } number ? await ContentAsync(db, key, language, number, cancellationToken) : null;
        return new OpenArticle(key, article.Properties, article.Version, ShelfLanguage.Of(language, article, edition))
        {
            Draft = edition is null ? null : ContentJson.Read(edition.Draft),
            DraftVersion = edition?.DraftVersion ?? 0,
            SubmittedBy = edition?.SubmittedByName,
            SubmittedAt = edition?.SubmittedAt,
            Live = live,
            ScheduledNumber = edition?.ScheduledNumber,
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

    /// <summary>What leads from one version to another; null for <paramref name="to"/>: to the draft. Null: one of them is not there.</summary>
    public async Task<IReadOnlyList<FieldDiff>?> DiffAsync(string key, string language, int from, int? to, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var old = await ContentAsync(db, key, language, from, cancellationToken);
        var current = to is { } number ? await ContentAsync(db, key, language, number, cancellationToken)
            : await db.Editions.Where(e => e.ArticleKey == key && e.Language == language).Select(e => e.Draft).SingleOrDefaultAsync(cancellationToken) is { } draft
            ? ContentJson.Read(draft) : null;
        return old is null || current is null ? null : ArticleDiff.Between(old, current);
    }

    private static async Task<IReadOnlyList<ShelfEntry>> ReadAsync(KnowledgeDb db, ShelfFilter filter, CancellationToken cancellationToken)
    {
        var articles = db.Articles.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Tag))
        {
            articles = articles.Where(article => article.TagList.Contains(Article.Marked(filter.Tag)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            // Titles have a case in every script, which no database folds alike; drafts are looked through as they were written.
            var text = filter.Text.Trim();
            var keys = await db.Editions.Where(e => e.Draft.Contains(text) || e.Title.Contains(text)).Select(e => e.ArticleKey).Distinct().ToListAsync(cancellationToken);
            var titles = await db.Editions.Select(e => new { e.ArticleKey, e.Title }).ToListAsync(cancellationToken);
            keys.AddRange(titles.Where(one => one.Title.Contains(text, StringComparison.OrdinalIgnoreCase)
                || one.ArticleKey.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(one => one.ArticleKey));
            var wanted = keys.Distinct().ToList();
            articles = articles.Where(article => wanted.Contains(article.Key) || article.Key.Contains(text));
        }

        return [.. (await articles.Include(article => article.Editions).OrderBy(article => article.Key).ToListAsync(cancellationToken)).Select(Entry)];
    }

    private static ShelfEntry Entry(Article article) => new(
        article.Key,
        article.Properties,
        article.Version,
        [.. ArticleLanguages.All.Select(language => ShelfLanguage.Of(language, article, article.Editions.Find(e => e.Language == language)))]);

    private static async Task<ArticleContent?> ContentAsync(KnowledgeDb db, string key, string language, int number, CancellationToken cancellationToken) =>
        await db.Versions.Where(v => v.ArticleKey == key && v.Language == language && v.Number == number)
            .Select(v => v.Content).SingleOrDefaultAsync(cancellationToken) is { } content ? ContentJson.Read(content) : null;
}
