using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tests.Data;

public sealed class MigrationTests
{
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
