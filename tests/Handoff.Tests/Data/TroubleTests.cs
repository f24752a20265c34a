using Microsoft.Data.Sqlite;
using Npgsql;
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
