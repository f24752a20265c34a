using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;
using Warmline.TestSupport;

namespace Warmline.Handoff.Tests.Data;

/// <summary>The model for SQL Server, checked without one. This is not a run on SQL Server.</summary>
public sealed partial class SqlServerModelTests
{
    [Fact]
    public void The_model_makes_tables_that_SQL_Server_can_resolve()
    {
        using var db = Open();
        var script = db.Database.GenerateCreateScript();

        Assert.Contains(SqlServerScripts.Definitions(script), definition => definition.Contains("[conversation]", StringComparison.Ordinal));
        Assert.Empty(SqlServerScripts.ModelErrors(script));
    }

    [Fact]
    public void The_migrations_make_tables_that_SQL_Server_can_resolve()
    {
        using var db = Open();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        Assert.Contains(SqlServerScripts.Definitions(script), definition => definition.Contains("[conversation]", StringComparison.Ordinal));
        Assert.Empty(SqlServerScripts.ModelErrors(script));
    }

    [Fact]
    public void The_script_that_can_run_twice_is_good_Transact_SQL()
    {
        using var db = Open();

        Assert.Empty(SqlServerScripts.SyntaxErrors(db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent)));
    }

    [Fact]
    public void A_column_that_is_not_there_and_a_slip_of_the_pen_are_found()
    {
        using var db = Open();
        var broken = db.Database.GenerateCreateScript().Replace("ON [customer] ([Channel], ", "ON [customer] ([Chanel], ", StringComparison.Ordinal);

        Assert.Contains(SqlServerScripts.ModelErrors(broken), error => error.Contains("[Chanel]", StringComparison.Ordinal));
        Assert.NotEmpty(SqlServerScripts.SyntaxErrors("CREATE TABLE [a] ([b] int,, [c] int);"));
    }

    [Fact]
    public void Statements_written_by_hand_name_what_is_there_on_SQL_Server()
    {
        using var db = Open();
        var script = db.Database.GenerateCreateScript();
        var procedures = StatementsByHand().Select((statement, n) => Procedure(n, statement)).ToList();

        Assert.InRange(procedures.Count, 15, 100);
        Assert.All(procedures, procedure => Assert.Empty(SqlServerScripts.SyntaxErrors(procedure)));
        Assert.Empty(SqlServerScripts.ModelErrors(script, procedures));
        Assert.NotEmpty(SqlServerScripts.ModelErrors(script, [procedures[0], Procedure(99, """SELECT "Sequel" FROM "line" WHERE "Seq" = @seq""")]));
    }

    private static IEnumerable<string> StatementsByHand() => typeof(HandoffDb).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.FieldType == typeof(Statement))
        .Select(field => ((Statement)field.GetValue(null)!).TextFor(Dialect.SqlServer))
        .Where(text => text.Contains('"', StringComparison.Ordinal)); // The others name no table: how a transaction begins and ends elsewhere.

    private static string Procedure(int number, string statement)
    {
        var parameters = Parameter().Matches(statement).Select(match => match.Value).Distinct().Select(name => $"{name} SQL_VARIANT").ToList();
        return $"CREATE PROCEDURE [p{number}] {string.Join(", ", parameters)} AS\n{statement}";
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    private static SqlServerHandoffDb Open() => new(Providers.SqlServer("Server=never-opened"));
}
