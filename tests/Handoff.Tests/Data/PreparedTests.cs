using Microsoft.EntityFrameworkCore;

namespace Warmline.Handoff.Tests.Data;

/// <summary>What makes PostgreSQL quick is kept, whatever a driver's new version makes of the settings.</summary>
public sealed class PreparedTests
{
    [Fact]
    public async Task A_statement_that_comes_again_is_prepared_there()
    {
        await using var house = await HandoffHouse.OpenOnPostgresAsync();
        await house.StartAsync();
        for (var n = 0; n < 5; n++)
        {
            await house.CustomerSaysAsync("c1", $"line {n}");
        }

        await using var db = house.Database.Open();
        var prepared = await db.Database.SqlQueryRaw<string>("SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync(HandoffHouse.Cancel);

        Assert.Contains(prepared, statement => statement.Contains("FOR UPDATE", StringComparison.Ordinal));
        Assert.Contains(prepared, statement => statement.StartsWith("INSERT INTO \"line\"", StringComparison.Ordinal));
    }
}
