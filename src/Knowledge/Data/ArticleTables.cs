using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Articles.Pictures;

namespace Warmline.Knowledge.Data;

/// <summary>How articles, their editions, their history and their pictures lie in tables.</summary>
internal static class ArticleTables
{
    public static void Describe(ModelBuilder model, string? keyCollation)
    {
        DescribeArticles(model, keyCollation);
        DescribeEditions(model, keyCollation);
        DescribeVersions(model, keyCollation);
        model.Entity<ArticleStamp>(stamp =>
        {
            stamp.ToTable("knowledge_article_stamps");
            stamp.HasKey(s => s.Id);
            stamp.Property(s => s.Id).ValueGeneratedNever();
            stamp.HasData(new ArticleStamp(ArticleStamp.TheOne, 0));
        });
        model.Entity<ArticlePicture>(picture =>
        {
            picture.ToTable("knowledge_pictures");
            picture.HasKey(p => p.Hash);
            picture.Property(p => p.Hash).HasMaxLength(ArticlePicture.HashLength).UseCollation(keyCollation);
            picture.Property(p => p.MediaType).HasMaxLength(ArticlePicture.MaxMediaType);
            picture.Property(p => p.Name).HasMaxLength(ArticlePicture.MaxName);
            picture.Property(p => p.ByName).HasMaxLength(Editor.MaxName);
        });
    }

    private static void DescribeArticles(ModelBuilder model, string? keyCollation) => model.Entity<Article>(article =>
    {
        article.ToTable("knowledge_articles");
        article.HasKey(a => a.Key);
        article.Property(a => a.Key).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
        article.Property(a => a.SourceLanguage).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
        article.Property(a => a.TagList).HasMaxLength(Article.MaxTags);
        article.Property(a => a.Version).IsConcurrencyToken();
        article.Ignore(a => a.Tags).Ignore(a => a.Properties);
        article.HasMany(a => a.Editions).WithOne().HasForeignKey(e => e.ArticleKey);
    });

    private static void DescribeEditions(ModelBuilder model, string? keyCollation) => model.Entity<ArticleEdition>(edition =>
    {
        edition.ToTable("knowledge_article_editions");
        edition.HasKey(e => new { e.ArticleKey, e.Language });
        edition.Property(e => e.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
        edition.Property(e => e.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
        edition.Property(e => e.Title).HasMaxLength(ContentRules.MaxTitle);
        edition.Property(e => e.DraftById).HasMaxLength(Editor.MaxId);
        edition.Property(e => e.DraftByName).HasMaxLength(Editor.MaxName);
        edition.Property(e => e.Writers).HasMaxLength(ArticleEdition.MaxWriters);
        edition.Property(e => e.SubmittedById).HasMaxLength(Editor.MaxId);
        edition.Property(e => e.SubmittedByName).HasMaxLength(Editor.MaxName);
        edition.Property(e => e.PublishedHash).HasMaxLength(ArticlePicture.HashLength);
        edition.Property(e => e.TranslatedFrom).HasMaxLength(ArticlePicture.HashLength);
        edition.Property(e => e.Version).IsConcurrencyToken();
        edition.HasIndex(e => e.ScheduledFor);
        edition.HasMany<ArticleVersion>().WithOne().HasForeignKey(v => new { v.ArticleKey, v.Language });
    });

    private static void DescribeVersions(ModelBuilder model, string? keyCollation) => model.Entity<ArticleVersion>(version =>
    {
        version.ToTable("knowledge_article_versions");
        version.HasKey(v => new { v.ArticleKey, v.Language, v.Number });
        version.Property(v => v.ArticleKey).HasMaxLength(Article.MaxKey).UseCollation(keyCollation);
        version.Property(v => v.Language).HasMaxLength(ArticleText.MaxLanguage).UseCollation(keyCollation);
        version.Property(v => v.ById).HasMaxLength(Editor.MaxId);
        version.Property(v => v.ByName).HasMaxLength(Editor.MaxName);
        version.Property(v => v.Comment).HasMaxLength(ArticleVersion.MaxComment);
    });
}
