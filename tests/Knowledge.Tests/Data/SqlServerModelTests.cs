using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Warmline.Knowledge.Data;
using Warmline.TestSupport;

namespace Warmline.Knowledge.Tests.Data;

/// <summary>The model for SQL Server, checked without one. This is not a run on SQL Server.</summary>
public sealed class SqlServerModelTests
{
    [Fact]
    public void The_model_makes_tables_that_SQL_Server_can_resolve()
    {
        using var db = Open();
        var script = db.Database.GenerateCreateScript();

        Assert.Contains(SqlServerScripts.Definitions(script), definition => definition.Contains("[knowledge_articles]", StringComparison.Ordinal));
        Assert.Empty(SqlServerScripts.ModelErrors(script));
    }

    [Fact]
    public void The_migrations_make_tables_that_SQL_Server_can_resolve()
    {
        using var db = Open();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        Assert.Contains(SqlServerScripts.Definitions(script), definition => definition.Contains("[knowledge_articles]", StringComparison.Ordinal));
        Assert.Empty(SqlServerScripts.ModelErrors(script));
    }

    [Fact]
    public void The_script_that_can_run_twice_is_good_Transact_SQL()
    {
        using var db = Open();

        Assert.Empty(SqlServerScripts.SyntaxErrors(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)));
    }

    private static SqlServerKnowledgeDb Open() => new(KnowledgeDatabase.SqlServer("Server=never-opened"));
}
