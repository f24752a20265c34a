using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search.Indexing;

namespace Warmline.Knowledge.Search;

/// <summary>Every article, in memory, ready to be searched. Read from the database at the first question.</summary>
internal sealed class PublishedArticles(KnowledgeDatabase database, ILogger<KnowledgeAnswers> logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile ArticleSearch? _current;

    public async ValueTask<ArticleSearch> GetAsync(CancellationToken cancellationToken) => _current ?? await LoadAsync(cancellationToken);

    public void Dispose() => _loading.Dispose();

    private async Task<ArticleSearch> LoadAsync(CancellationToken cancellationToken)
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

    private async Task<ArticleSearch> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        var texts = await db.Texts.AsNoTracking().Include(text => text.Questions.OrderBy(question => question.Position))
            .ToListAsync(cancellationToken);
        KnowledgeLog.IndexBuilt(logger, texts.DistinctBy(text => text.ArticleKey).Count(), texts.Count);
        return new ArticleSearch([.. texts.Select(Searchable)]);
    }

    private static SearchableArticle Searchable(ArticleText text) => new(text.ArticleKey, text.Language, new ArticleContent
    {
        Title = text.Title,
        Variants = [.. text.Questions.Select(question => question.Text)],
        Answer = text.Answer,
    });
}
