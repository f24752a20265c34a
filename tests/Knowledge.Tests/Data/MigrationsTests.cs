using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Tables_carry_the_modules_name()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await using var db = shop.Db();
        var all = TestDatabase.IsPostgresChosen
            ? "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'"
            : "SELECT name AS Value FROM sqlite_master WHERE type = 'table'";

        var tables = await db.Database.SqlQueryRaw<string>(all).ToListAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.True(
            table.StartsWith("knowledge_", StringComparison.Ordinal) || table is "__knowledge_migrations" or "__EFMigrationsLock", table));
    }

    [Fact]
    public async Task A_file_is_in_WAL_mode()
    {
        var folder = Directory.CreateTempSubdirectory("warmline-knowledge-");
        await using (var host = new ServiceCollection().AddKnowledge(o => o.ConnectionString = $"Data Source={folder.FullName}/w.db;Pooling=False").BuildServiceProvider())
        {
            await host.MigrateKnowledgeAsync(TestContext.Current.CancellationToken);
            await using var db = host.GetRequiredService<KnowledgeDatabase>().Open();

            var journal = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(TestContext.Current.CancellationToken);

            Assert.Equal("wal", Assert.Single(journal));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Of_two_who_change_a_text_the_second_is_refused()
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        await using var first = shop.Db();
        await using var second = shop.Db();
        foreach (var db in (KnowledgeDb[])[first, second])
        {
            var edition = await db.Editions.SingleAsync(e => e.ArticleKey == "returns.how" && e.Language == "en", TestContext.Current.CancellationToken);
            db.Entry(edition).Property(e => e.Title).CurrentValue = "Sending things back";
        }

        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    private static KnowledgeDb Open(string provider) => provider switch
    {
        "Sqlite" => new SqliteKnowledgeDb(KnowledgeDatabase.Sqlite("Data Source=never-opened")),
        "SqlServer" => new SqlServerKnowledgeDb(KnowledgeDatabase.SqlServer("Server=never-opened")),
        _ => new PostgresKnowledgeDb(KnowledgeDatabase.Postgres("Host=never-opened")),
    };
}
