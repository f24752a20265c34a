using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>
/// Where editors' verbs are written: each is one transaction that begins by holding the stamp's row, so of two at once the second
/// sees what the first did. What customers see changed raises the stamp in the same transaction.
/// </summary>
internal sealed class ArticleLedger(KnowledgeDatabase database, PublishedArticles published, ILogger<ArticleLedger> log)
{
    /// <summary>Done by the verb inside; may be run again from the start where a server asks for it.</summary>
    public async Task<T> ChangeAsync<T>(Func<ArticleChange, Task<T>> verb, CancellationToken cancellationToken)
    {
        await using var first = database.Open();
        var (result, shown) = await first.Database.CreateExecutionStrategy().ExecuteAsync(token => OnceAsync(verb, token), cancellationToken);
        if (shown)
        {
            await ShowAsync();
        }

        return result;
    }

    // It is done and told so, whatever happens now: the clock looks again within two seconds.
    private async Task ShowAsync()
    {
        try
        {
            await published.LookAsync(CancellationToken.None);
        }
        catch (System.Data.Common.DbException error)
        {
            KnowledgeLog.ClockFailed(log, error);
        }
    }

    private async Task<(T Result, bool Shown)> OnceAsync<T>(Func<ArticleChange, Task<T>> verb, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Stamps.ExecuteUpdateAsync(row => row.SetProperty(stamp => stamp.Value, stamp => stamp.Value), cancellationToken);
        var change = new ArticleChange(db);
        var result = await verb(change);
        await db.SaveChangesAsync(cancellationToken);
        if (change.IsTakenBack)
        {
            await transaction.RollbackAsync(cancellationToken);
            return (result, false);
        }

        if (change.IsShown)
        {
            await db.Stamps.ExecuteUpdateAsync(row => row.SetProperty(stamp => stamp.Value, stamp => stamp.Value + 1), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (result, change.IsShown);
    }
}

/// <summary>A verb's transaction.</summary>
internal sealed class ArticleChange(KnowledgeDb db)
{
    public KnowledgeDb Db => db;

    /// <summary>Set by a verb that changes what customers may read.</summary>
    public bool IsShown { get; set; }

    /// <summary>Set by a verb that only wanted to know.</summary>
    public bool IsTakenBack { get; set; }

    public async Task<(Article? Article, ArticleEdition? Edition)> FindAsync(string key, string language, CancellationToken cancellationToken)
    {
        var article = await db.Articles.FindAsync([key], cancellationToken);
        return (article, article is null ? null : await db.Editions.FindAsync([key, language], cancellationToken));
    }

    public Task<ArticleVersion?> VersionAsync(ArticleEdition edition, int? number, CancellationToken cancellationToken) => db.Versions.AsNoTracking()
        .SingleOrDefaultAsync(v => v.ArticleKey == edition.ArticleKey && v.Language == edition.Language && v.Number == number, cancellationToken);

    public int Note(ArticleVersion version)
    {
        db.Add(version);
        return version.Number;
    }
}
