using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;
using Warmline.TestSupport;

namespace Warmline.Knowledge.Tests.Data;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("PostgreSql")]
    public void No_model_change_waits_for_a_migration(string provider)
    {
        using var db = Open(provider);

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Tables_carry_the_modules_name_and_the_file_is_in_WAL_mode()
    {
        if (TestDatabase.IsPostgresChosen)
        {
            return; // About the file of SQLite.
        }

        await using var shop = await KnowledgeShop.OpenAsync();
        await using var db = shop.Db();

        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table'")
            .ToListAsync(TestContext.Current.CancellationToken);
        var journal = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("wal", Assert.Single(journal));
        Assert.All(tables, table => Assert.True(
            table.StartsWith("knowledge_", StringComparison.Ordinal) || table is "__knowledge_migrations" or "__EFMigrationsLock", table));
    }

    [Fact]
    public async Task Of_two_who_change_a_text_the_second_is_refused()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await using var first = shop.Db();
        await using var second = shop.Db();
        foreach (var db in (KnowledgeDb[])[first, second])
        {
            var text = await db.Texts.SingleAsync(t => t.ArticleKey == "returns.how" && t.Language == "en", TestContext.Current.CancellationToken);
            db.Entry(text).Property(t => t.Title).CurrentValue = "Sending things back";
        }

        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Only_the_doors_are_public()
    {
        var doors = typeof(KnowledgeOptions).Assembly.GetExportedTypes().Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "KnowledgeAnswer", "KnowledgeAnswerKind", "KnowledgeAnswers", "KnowledgeArticle", "KnowledgeOptions", "KnowledgeSetup",
                "KnowledgeSuggestion", "LanguageGuess", "LanguageIdentifier", "Plurals", "TextNormalizer",
            ],
            doors);
    }

    private static KnowledgeDb Open(string provider) => provider switch
    {
        "Sqlite" => new SqliteKnowledgeDb(KnowledgeDatabase.Sqlite("Data Source=never-opened")),
        "SqlServer" => new SqlServerKnowledgeDb(KnowledgeDatabase.SqlServer("Server=never-opened")),
        _ => new PostgresKnowledgeDb(KnowledgeDatabase.Postgres("Host=never-opened")),
    };
}
