using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tests.Data;

/// <summary>A SQLite connection has one owner, rests open, and is let go at the end.</summary>
public sealed class KeptConnectionsTests : IDisposable
{
    private const int AtOnce = 16;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warmline-");

    private string Connection => $"Data Source={_folder.FullName}/warmline.db";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Who_reads_at_the_same_moment_has_a_connection_each()
    {
        await using var house = await OpenAsync();
        using var together = new Barrier(AtOnce);

        var contexts = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var db = house.Database.Open();
                together.SignalAndWait(HandoffHouse.Cancel);
                db.Database.OpenConnection();
                return db;
            },
            HandoffHouse.Cancel,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Distinct(contexts.Select(Handle));
        Array.ForEach(contexts, db => db.Dispose());
    }

    [Fact]
    public async Task A_context_that_rested_goes_on_with_the_connection_it_had()
    {
        await using var house = await OpenAsync();
        var first = await HandleOfAReadAsync(house);

        Assert.Equal(first, await HandleOfAReadAsync(house));
    }

    [Fact]
    public async Task Nothing_holds_the_file_when_the_house_is_closed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Open files are read from /proc.");
        await using (var house = await OpenAsync())
        {
            await house.StartAsync();
            await house.CustomerSaysAsync("c1", "hello");
            Assert.NotEmpty(HeldFiles());
        }

        Assert.Empty(HeldFiles());
    }

    private async Task<HandoffHouse> OpenAsync() =>
        await HandoffHouse.OpenAsync(options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, Connection));

    private static async Task<nint> HandleOfAReadAsync(HandoffHouse house)
    {
        await using var db = house.Database.Open();
        await db.DataProtectionKeys.CountAsync(HandoffHouse.Cancel);
        return Handle(db);
    }

    private static nint Handle(HandoffDb db) => ((SqliteConnection)db.Database.GetDbConnection()).Handle!.DangerousGetHandle();

    private IEnumerable<string> HeldFiles() => Directory.EnumerateFiles("/proc/self/fd")
        .Select(link => new FileInfo(link).LinkTarget ?? "")
        .Where(file => file.StartsWith(_folder.FullName, StringComparison.Ordinal));
}
