using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>Publishes what is due, and notices what other nodes published. Runs on every node; the ledger lets one of them win.</summary>
internal sealed class ArticleClock(
    KnowledgeDatabase database, ArticlePublishing publishing, PublishedArticles published, TimeProvider time, ILogger<ArticleClock> log) : BackgroundService
{
    private const int MostInARound = 100;
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    /// <summary>One round; the number of texts that went live.</summary>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        var done = await publishing.PublishDueAsync(due, cancellationToken);
        await published.LookAsync(cancellationToken);
        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                KnowledgeLog.ClockFailed(log, error);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private async Task<IReadOnlyList<(string Key, string Language)>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = database.Open();
        var due = await db.Editions.Where(edition => edition.ScheduledFor <= now).OrderBy(edition => edition.ScheduledFor).Take(MostInARound)
            .Select(edition => new { edition.ArticleKey, edition.Language }).ToListAsync(cancellationToken);
        return [.. due.Select(one => (one.ArticleKey, one.Language))];
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
