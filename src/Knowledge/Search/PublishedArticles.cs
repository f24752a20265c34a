using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Search;

/// <summary>
/// Every article customers may read, in memory, with an index per language. Read at the first question; read anew, aside, when the
/// stamp in the database has risen, while questions are answered from what was there before.
/// </summary>
internal sealed class PublishedArticles(KnowledgeDatabase database, TimeProvider time, ILogger<KnowledgeAnswers> logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Snapshot? _current;

    public async ValueTask<Snapshot> GetAsync(CancellationToken cancellationToken) => _current ?? await LookAsync(cancellationToken);

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
        var kept = live.Select(one => known?.Find(one.Key, one.Language)).OfType<ArticleText>().ToDictionary(text => new LiveText(text.ArticleKey, text.Language, text.Number));
        var read = await LiveTexts.ReadAsync(db, [.. live.Where(one => !kept.ContainsKey(one))], cancellationToken);
        var texts = live.Select(one => kept.GetValueOrDefault(one) ?? read.GetValueOrDefault(one)).OfType<ArticleText>()
            .Where(text => properties.ContainsKey(text.ArticleKey))
            .Select(text => text.Properties.SameAs(properties[text.ArticleKey]) ? text : text with { Properties = properties[text.ArticleKey] }).ToList();
        KnowledgeLog.IndexBuilt(logger, texts.DistinctBy(text => text.ArticleKey).Count(), texts.Count);
        return new Snapshot(stamp, texts, time);
    }

    internal sealed class Snapshot(long stamp, IReadOnlyCollection<ArticleText> texts, TimeProvider time)
    {
        private readonly Dictionary<(string Key, string Language), ArticleText> _texts =
            texts.ToDictionary(text => (text.ArticleKey, text.Language));

        private readonly Dictionary<string, LanguageIndex> _indexes =
            texts.GroupBy(text => text.Language).ToDictionary(group => group.Key, group => new LanguageIndex(group.Key, group));

        public long Stamp => stamp;

        /// <summary>Published, whoever may read it and whenever.</summary>
        public ArticleText? Find(string key, string language) => _texts.GetValueOrDefault((key, language));

        /// <summary>What such a customer may read now.</summary>
        public ArticleText? Find(string key, string language, bool signedIn) =>
            Find(key, language) is { } text && text.IsFor(signedIn, time.GetUtcNow().UtcDateTime) ? text : null;

        /// <summary>The same with one text in its place, for editors to try it.</summary>
        public Snapshot With(ArticleText text) => new(
            stamp, [.. _texts.Values.Where(one => one.Language == text.Language && one.ArticleKey != text.ArticleKey), text], time);

        public IEnumerable<Found> Search(string question, string language, bool signedIn)
        {
            var now = time.GetUtcNow().UtcDateTime;
            return _indexes.TryGetValue(language, out var index) ? index.Search(question).Where(found => found.Text.IsFor(signedIn, now)) : [];
        }
    }
}
