using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Pictures;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Articles;

/// <summary>Who uses an article or a picture: another article (its key and language, live or only in the draft), or the host (<see cref="Language"/> empty).</summary>
internal sealed record ArticleUse(string By, string Language, bool IsLive);

/// <summary>Where an article or a picture is used: in links and buttons of articles, live or drafted, and by the host.</summary>
internal sealed class ArticleUses(KnowledgeDatabase database, IEnumerable<IArticleUsers> users)
{
    public async Task<IReadOnlyList<ArticleUse>> OfArticleAsync(string key, CancellationToken cancellationToken) =>
    [
        .. await FindAsync(ArticleLinks.ArticleScheme + key, cancellationToken),
        .. users.SelectMany(host => host.UsersOf(key)).Select(what => new ArticleUse(what, "", IsLive: true)),
    ];

    public Task<IReadOnlyList<ArticleUse>> OfPictureAsync(string hash, CancellationToken cancellationToken) =>
        FindAsync(PictureRoute.AddressOf(hash), cancellationToken);

    // The database narrows it down by letters, the Markdown decides: article:returns is in article:returns.how, and in running text.
    private async Task<IReadOnlyList<ArticleUse>> FindAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var drafts = db.Editions.Where(e => e.Draft.Contains(address)).Select(e => new { e.ArticleKey, e.Language, Content = e.Draft, IsLive = false });
        var live = db.Editions.Join(
            db.Versions.Where(v => v.Content.Contains(address)),
            e => new { e.ArticleKey, e.Language, Number = e.PublishedNumber ?? 0 },
            v => new { v.ArticleKey, v.Language, v.Number },
            (e, v) => new { e.ArticleKey, e.Language, v.Content, IsLive = true });
        var found = (await live.ToListAsync(cancellationToken)).Concat(await drafts.ToListAsync(cancellationToken))
            .Where(one => ArticleLinks.In(ContentJson.Read(one.Content)).Contains(address, StringComparer.OrdinalIgnoreCase));
        return [.. found.DistinctBy(one => (one.ArticleKey, one.Language)).OrderBy(one => one.ArticleKey, StringComparer.Ordinal)
            .Select(one => new ArticleUse(one.ArticleKey, one.Language, one.IsLive))];
    }
}
