using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Warmline.Knowledge.Articles;

namespace Warmline.Knowledge.Data;

/// <summary>The knowledge tables: one model, three databases. The subclasses exist so that each database has its own migrations.</summary>
internal abstract class KnowledgeDb(DbContextOptions options) : DbContext(options)
{
    public const string MigrationsHistory = "__knowledge_migrations";

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleText> Texts => Set<ArticleText>();

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
        modelBuilder.Entity<Article>(article =>
        {
            article.ToTable("knowledge_articles");
            article.HasKey(a => a.Key);
            article.Property(a => a.Key).HasMaxLength(Article.MaxKey).UseCollation(KeyCollation);
            article.HasMany(a => a.Texts).WithOne().HasForeignKey(t => t.ArticleKey);
        });
        modelBuilder.Entity<ArticleText>(text =>
        {
            text.ToTable("knowledge_article_texts");
            text.HasKey(t => new { t.ArticleKey, t.Language });
            text.Property(t => t.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(KeyCollation);
            text.Property(t => t.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(KeyCollation);
            text.Property(t => t.Title).HasMaxLength(ArticleText.MaxTitle);
            text.Property(t => t.Answer).HasMaxLength(ArticleText.MaxAnswer);
            text.Property(t => t.Version).IsConcurrencyToken();
            text.HasMany(t => t.Questions).WithOne().HasForeignKey(q => new { q.ArticleKey, q.Language });
        });
        modelBuilder.Entity<ArticleQuestion>(question =>
        {
            question.ToTable("knowledge_article_questions");
            question.HasKey(q => new { q.ArticleKey, q.Language, q.Position });
            question.Property(q => q.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(KeyCollation);
            question.Property(q => q.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(KeyCollation);
            question.Property(q => q.Text).HasMaxLength(ArticleQuestion.MaxText);
        });
        modelBuilder.Entity<StarterLoad>(load =>
        {
            load.ToTable("knowledge_starter_loads");
            load.HasKey(l => l.Name);
            load.Property(l => l.Name).HasMaxLength(StarterLoad.MaxName).UseCollation(KeyCollation);
        });
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<ArticleText>().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            entry.Property(t => t.Version).CurrentValue++;
        }
    }

    /// <summary>Instants are UTC everywhere; SQLite would otherwise hand them back as "unspecified".</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}
