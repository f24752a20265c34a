using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>
/// Every article customers may read, in memory, ready to be searched. Read at the first question; read anew and indexed aside when the
/// stamp in the database has risen, while questions are answered from what was there before.
/// </summary>
internal sealed class PublishedArticles(KnowledgeDatabase database, TimeProvider time, ILogger<KnowledgeAnswers> logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Snapshot? _current;

    public async ValueTask<ArticleSearch> GetAsync(CancellationToken cancellationToken) => (_current ?? await LookAsync(cancellationToken)).Search;

    /// <summary>Whether anything was published, here or on another node. The clock asks every two seconds, an editor's verb at once.</summary>
    public async Task<Snapshot> LookAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var db = database.Open();
            var stamp = await db.Stamps.Select(row => row.Value).SingleAsync(cancellationToken);
            var known = _current;
            // Never the other way round: a stamp read before the articles is at worst too old, and the next look reads again.
            return known?.Stamp == stamp ? known : _current = await ReadAsync(db, stamp, known, cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private async Task<Snapshot> ReadAsync(KnowledgeDb db, long stamp, Snapshot? known, CancellationToken cancellationToken)
    {
        var properties = await db.Articles.AsNoTracking().ToDictionaryAsync(article => article.Key, article => article.Properties, cancellationToken);
        var live = await db.Editions.Where(edition => edition.PublishedNumber != null)
            .Select(edition => new LiveText(edition.ArticleKey, edition.Language, edition.PublishedNumber!.Value)).ToListAsync(cancellationToken);
        var kept = known?.Articles ?? [];
        var read = await LiveTexts.ReadAsync(db, [.. live.Where(one => !kept.ContainsKey(one))], cancellationToken);
        var articles = new Dictionary<LiveText, LiveArticle>();
        foreach (var one in live.Where(one => properties.ContainsKey(one.Key)))
        {
            if (Renew(kept.GetValueOrDefault(one), read.GetValueOrDefault(one), properties[one.Key]) is { } article)
            {
                articles[one] = article;
            }
        }

        var search = new ArticleSearch([.. articles.Values.Select(article => article.Searchable)], known?.Search).Prepare();
        KnowledgeLog.IndexBuilt(logger, live.DistinctBy(one => one.Key).Count(), articles.Count);
        return new Snapshot(stamp, articles, search);
    }

    // The same object as long as nothing of it changed: a language in which nothing changed keeps its index.
    private LiveArticle? Renew(LiveArticle? kept, ArticleText? read, ArticleProperties properties)
    {
        if (kept is not null && kept.Text.Properties.SameAs(properties))
        {
            return kept;
        }

        return (kept?.Text ?? read) is not { } found ? null : Searchable(found with { Properties = properties });
    }

    private LiveArticle Searchable(ArticleText text) => new(text, new SearchableArticle(text.ArticleKey, text.Language, text.Content)
    {
        IsShown = signedIn => text.IsFor(signedIn, time.GetUtcNow().UtcDateTime),
    });

    internal sealed record LiveArticle(ArticleText Text, SearchableArticle Searchable);

    /// <summary>What is live at one stamp.</summary>
    internal sealed record Snapshot(long Stamp, Dictionary<LiveText, LiveArticle> Articles, ArticleSearch Search);
}
