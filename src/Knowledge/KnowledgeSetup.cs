using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Answers;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Articles.Pictures;
using Warmline.Knowledge.Articles.Transfer;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Figures;
using Warmline.Knowledge.Asked.Guard;
using Warmline.Knowledge.Asked.Topics;
using Warmline.Knowledge.Data;
using Warmline.Knowledge.EditorDesk;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge;

/// <summary>How a host takes the knowledge module in.</summary>
public static class KnowledgeSetup
{
    /// <summary>Registers <see cref="KnowledgeAnswers"/>. Call <see cref="MigrateKnowledgeAsync"/> once before the first question.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, Action<KnowledgeOptions> configure)
    {
        services.AddOptions<KnowledgeOptions>().Configure(configure).ValidateDataAnnotations()
            .Validate(options => LocalTimes.IsZone(options.TimeZone), "Knowledge: TimeZone must be a name of the tz database.").ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnowledgeDatabase>();
        services.TryAddSingleton<PublishedArticles>();
        services.TryAddSingleton(host => new KnowledgeAnswers(
            host.GetRequiredService<PublishedArticles>(),
            host.GetRequiredService<IOptions<KnowledgeOptions>>(),
            host.GetRequiredService<ILogger<KnowledgeAnswers>>()));
        services.AddAnswers();
        services.TryAddSingleton<ArticleLedger>();
        services.TryAddSingleton<ArticleEditing>();
        services.TryAddSingleton<ArticlePublishing>();
        services.TryAddSingleton<ArticleShelf>();
        services.TryAddSingleton<ArticleImport>();
        services.TryAddSingleton<ArticleExport>();
        services.TryAddSingleton<ArticleUses>();
        services.TryAddSingleton<PictureFiles>();
        services.TryAddSingleton(host => new AskedQuestions(
            host.GetRequiredService<ArticleLedger>(), host.GetRequiredService<IOptions<KnowledgeOptions>>(), host.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<QuestionDrafts>();
        services.TryAddSingleton(host => new AnswerReports(
            host.GetRequiredService<KnowledgeDatabase>(), host.GetRequiredService<ArticleLedger>(), host.GetRequiredService<QuestionDrafts>(),
            host.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<AskedTopics>();
        services.TryAddSingleton<TopicDismissals>();
        services.TryAddSingleton<RegressionGuard>();
        services.TryAddSingleton<KnowledgeFigures>();
        services.TryAddSingleton<ArticleClock>();
        services.AddHostedService(host => host.GetRequiredService<ArticleClock>());
        services.AddEditor();
        return services;
    }

    /// <summary>
    /// The editor's pages under <c>/knowledge</c>, and under <c>/knowledge/pictures</c>, for everybody, the pictures of articles. The host
    /// also maps static assets and, before this, uses authentication, authorization and antiforgery; its default scheme leads to where staff sign in.
    /// </summary>
    public static IEndpointRouteBuilder MapKnowledge(this IEndpointRouteBuilder routes)
    {
        PictureRoute.Map(routes);
        routes.MapEditor();
        return routes;
    }

    /// <summary>Brings the tables up to date and, the first time ever, loads the starter articles. Safe to run on several nodes at once.</summary>
    public static async Task MigrateKnowledgeAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var database = services.GetRequiredService<KnowledgeDatabase>();
        await using (var db = database.Open())
        {
            // A database that needs nothing is not written to: it may be read-only.
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await MigrateAsync(db, cancellationToken);
            }
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (await StarterSet.LoadOnceAsync(database, services.GetRequiredService<ArticleLedger>(), now, cancellationToken))
        {
            KnowledgeLog.StarterSetLoaded(services.GetRequiredService<ILogger<KnowledgeAnswers>>());
        }
    }

    private static async Task MigrateAsync(KnowledgeDb db, CancellationToken cancellationToken)
    {
        if (db is SqliteKnowledgeDb)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }
}
