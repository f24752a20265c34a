using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Pictures;
using Warmline.Knowledge.Asked;
using Warmline.Knowledge.Asked.Topics;

namespace Warmline.Knowledge.Data;

/// <summary>The knowledge tables: one model, three databases. The subclasses exist so that each database has its own migrations.</summary>
internal abstract class KnowledgeDb(DbContextOptions options) : DbContext(options)
{
    public const string MigrationsHistory = "__knowledge_migrations";

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleEdition> Editions => Set<ArticleEdition>();

    public DbSet<ArticleVersion> Versions => Set<ArticleVersion>();

    public DbSet<ArticleStamp> Stamps => Set<ArticleStamp>();

    public DbSet<ArticlePicture> Pictures => Set<ArticlePicture>();

    public DbSet<CustomerQuestion> Questions => Set<CustomerQuestion>();

    public DbSet<AnswerReport> Reports => Set<AnswerReport>();

    public DbSet<TopicDismissal> Dismissals => Set<TopicDismissal>();

    public DbSet<DismissedWording> DismissedWordings => Set<DismissedWording>();

    public DbSet<StarterLoad> StarterLoads => Set<StarterLoad>();

    /// <summary>Keys compare byte by byte on every database; SQLite and PostgreSQL do so anyway.</summary>
    protected virtual string? KeyCollation => null;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArticleTables.Describe(modelBuilder, KeyCollation);
        AskedTables.Describe(modelBuilder, KeyCollation);
        modelBuilder.Entity<StarterLoad>(load =>
        {
            load.ToTable("knowledge_starter_loads");
            load.HasKey(l => l.Name);
            load.Property(l => l.Name).HasMaxLength(StarterLoad.MaxName).UseCollation(KeyCollation);
        });
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.Entity is Article or ArticleEdition && e.State is EntityState.Added or EntityState.Modified))
        {
            var version = entry.Property(nameof(ArticleEdition.Version));
            version.CurrentValue = (long)version.CurrentValue! + 1;
        }
    }

    /// <summary>Instants are UTC everywhere; SQLite would otherwise hand them back as "unspecified".</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
