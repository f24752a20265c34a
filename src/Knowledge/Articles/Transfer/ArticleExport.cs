using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>Takes texts out, by key and language: what customers read, or the working drafts.</summary>
internal sealed class ArticleExport(KnowledgeDatabase database)
{
    public async Task<IReadOnlyList<ArticleText>> ReadAsync(bool drafts, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var properties = await db.Articles.AsNoTracking().ToDictionaryAsync(article => article.Key, article => article.Properties, cancellationToken);
        var contents = drafts
            ? db.Editions.Select(edition => new { edition.ArticleKey, edition.Language, Content = edition.Draft, Number = 0 })
            : db.Editions.Join(
                db.Versions,
                edition => new { edition.ArticleKey, edition.Language, Number = edition.PublishedNumber ?? 0 },
                version => new { version.ArticleKey, version.Language, version.Number },
                (edition, version) => new { edition.ArticleKey, edition.Language, version.Content, version.Number });
        var rows = await contents.OrderBy(row => row.ArticleKey).ThenBy(row => row.Language).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ArticleText(row.ArticleKey, row.Language, ContentJson.Read(row.Content))
        {
            Number = row.Number, Properties = properties[row.ArticleKey],
        })];
    }

    /// <summary>By the ending: <c>.csv</c>, <c>.json</c>; without one a folder of Markdown files. False: another ending.</summary>
    public async Task<bool> SaveAsync(string path, bool drafts, CancellationToken cancellationToken)
    {
        var texts = await ReadAsync(drafts, cancellationToken);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                // With the mark, without which Excel takes UTF-8 for something else.
                await File.WriteAllTextAsync(path, CsvArticles.Write(texts), new System.Text.UTF8Encoding(true), cancellationToken);
                return true;
            case ".json":
                await File.WriteAllTextAsync(path, JsonArticles.Write(texts), cancellationToken);
                return true;
            case "":
                await ArticleFolder.SaveAsync(path, texts, cancellationToken);
                return true;
            default:
                return false;
        }
    }
}
