using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task A_start_that_was_killed_while_it_migrated_does_not_keep_the_next_one_waiting()
    {
        var folder = Directory.CreateTempSubdirectory("warmline-");
        var connection = $"Data Source={folder.FullName}/warmline.db;Pooling=False";
        await using (var killed = new SqliteHandoffDb(Providers.Sqlite(connection)))
        {
            await killed.Database.ExecuteSqlRawAsync(
                """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23');""",
                HandoffHouse.Cancel);
        }

        await using (var house = await HandoffHouse.OpenAsync(options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, connection)).WaitAsync(TimeSpan.FromSeconds(60), HandoffHouse.Cancel))
        {
            await house.StartAsync();
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("Postgres")]
    public void Every_database_has_a_migration_for_the_present_model(string database)
    {
        using HandoffDb db = database switch
        {
            "Sqlite" => new SqliteHandoffDb(Providers.Sqlite("Data Source=never-opened.db")),
            "SqlServer" => new SqlServerHandoffDb(Providers.SqlServer("Server=never-opened")),
            _ => new PostgresHandoffDb(Providers.Postgres("Host=never-opened")),
        };

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: run build/migrate.sh NAME.");
    }
}
