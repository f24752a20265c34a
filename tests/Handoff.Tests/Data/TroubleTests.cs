using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Warmline.Handoff.Observing;
using Warmline.TestSupport;

namespace Warmline.Handoff.Tests.Data;

/// <summary>The database is away for a while: an error in time, nothing lost, and it goes on by itself.</summary>
public sealed class TroubleTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_PostgreSQL_that_is_away_costs_an_error_each_and_no_line_and_then_it_goes_on()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "Needs PostgreSQL: build/with-servers.sh dotnet test.");
        var server = new NpgsqlConnectionStringBuilder(TestDatabase.PostgresServer);
        await using var cable = new Cable(server.Host!, server.Port);
        await using var near = await HandoffHouse.OpenOnPostgresAsync();
        await using var far = near.OpenNeighbour(options: o =>
            o.ConnectionString = new NpgsqlConnectionStringBuilder(o.ConnectionString) { Port = cable.Port }.ToString());
        await near.StartAsync();
        await far.CustomerSaysAsync("c1", "before", "1");

        await cable.CutAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => far.CustomerSaysAsync("c1", "meanwhile", "2").WaitAsync(Patience, HandoffHouse.Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => far.LinesAsync("c1").WaitAsync(Patience, HandoffHouse.Cancel));
        Assert.Equal(["before"], (await near.LinesAsync("c1")).Select(l => l.Text));
        cable.Mend();

        await far.CustomerSaysAsync("c1", "meanwhile", "2");
        await far.CustomerSaysAsync("c1", "after", "3");
        Assert.Equal(["before", "meanwhile", "after"], (await far.LinesAsync("c1")).Select(l => l.Text));
    }

    [Fact]
    public async Task A_file_that_can_grow_no_more_is_told_as_that_and_then_it_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("warmline-");
        await using (var house = await HandoffHouse.OpenAsync(options: o =>
            (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, $"Data Source={folder.FullName}/warmline.db;Pooling=False")))
        {
            await house.StartAsync();
            await house.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1"), HandoffHouse.Cancel);

            var full = await Assert.ThrowsAsync<SqliteException>(() => house.CustomerSaysAsync("c1", new string('x', 1_000_000), "1"));

            Assert.Equal(SQLitePCL.raw.SQLITE_FULL, full.SqliteErrorCode);
            Assert.True(house.Services.GetRequiredService<StorageTrouble>().IsNow);
            await house.CustomerSaysAsync("c1", "there is room again", "2");
            Assert.Single(await house.LinesAsync("c1"));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_somebody_else_keeps_locked_costs_an_error_and_then_it_goes_on()
    {
        var folder = Directory.CreateTempSubdirectory("warmline-");
        var connection = $"Data Source={folder.FullName}/warmline.db;Pooling=False;Default Timeout=1";
        await using (var house = await HandoffHouse.OpenAsync(options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, connection)))
        {
            await house.StartAsync();
            await using (var other = new SqliteConnection(connection))
            {
                await other.OpenAsync(HandoffHouse.Cancel);
                await using var taken = other.BeginTransaction(deferred: false);
                await Assert.ThrowsAsync<SqliteException>(() => house.CustomerSaysAsync("c1", "meanwhile", "1"));
                Assert.Empty(await house.LinesAsync("c1"));
            }

            await house.CustomerSaysAsync("c1", "meanwhile", "1");
            Assert.Single(await house.LinesAsync("c1"));
        }

        folder.Delete(recursive: true);
    }
}
