using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Tests.Data;

/// <summary>What every line passes costs the same however many conversations there are.</summary>
public sealed partial class StatementPlanTests
{
    [Fact]
    public async Task No_statement_written_by_hand_reads_a_whole_table()
    {
        await using var house = await HandoffHouse.OpenAsync(options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, "Data Source=:memory:"));
        await using var db = house.Database.Open();
        await db.Database.MigrateAsync(HandoffHouse.Cancel);
        var statements = Written().ToList();

        var scans = new List<string>();
        foreach (var (name, statement) in statements)
        {
            scans.AddRange((await PlanAsync(db, statement)).Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal)).Select(step => $"{name}: {step}"));
        }

        Assert.True(statements.Count > 15, "The statements were not found.");
        Assert.Empty(scans);
    }

    private static IEnumerable<(string Name, Statement Statement)> Written() =>
        from type in typeof(HandoffDb).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType == typeof(Statement)
        let statement = (Statement)field.GetValue(null)!
        let verb = statement.TextFor(Dialect.Sqlite).TrimStart().Split(' ')[0]
        where verb is "SELECT" or "UPDATE" or "DELETE" or "WITH"
        select ($"{type.Name}.{field.Name}", statement);

    private static async Task<List<string>> PlanAsync(HandoffDb db, Statement statement)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var text = statement.TextFor(Dialect.Sqlite);
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        foreach (var name in Names().Matches(text).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(HandoffHouse.Cancel);
        while (await reader.ReadAsync(HandoffHouse.Cancel))
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Names();
}
