using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Search;

/// <summary>Every article, in memory, with an index per language. Read from the database at the first question.</summary>
internal sealed class PublishedArticles(KnowledgeDatabase database, ILogger<KnowledgeAnswers> logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Snapshot? _current;

    public async ValueTask<Snapshot> GetAsync(CancellationToken cancellationToken) => _current ?? await LoadAsync(cancellationToken);

    public void Dispose() => _loading.Dispose();

    private async Task<Snapshot> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _current ??= await ReadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var texts = await db.Texts.AsNoTracking().Include(text => text.Questions.OrderBy(question => question.Position))
            .ToListAsync(cancellationToken);
        KnowledgeLog.IndexBuilt(logger, texts.DistinctBy(text => text.ArticleKey).Count(), texts.Count);
        return new Snapshot(texts);
    }

    internal sealed class Snapshot(IReadOnlyCollection<ArticleText> texts)
    {
        private readonly Dictionary<(string Key, string Language), ArticleText> _texts =
            texts.ToDictionary(text => (text.ArticleKey, text.Language));

        private readonly Dictionary<string, LanguageIndex> _indexes =
            texts.GroupBy(text => text.Language).ToDictionary(group => group.Key, group => new LanguageIndex(group.Key, group));

        public ArticleText? Find(string key, string language) => _texts.GetValueOrDefault((key, language));

        public IReadOnlyList<Found> Search(string question, string language) =>
            _indexes.TryGetValue(language, out var index) ? index.Search(question) : [];
    }
}
