using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tests.Data;

/// <summary>The write-ahead log of a SQLite file is copied to its place while customers go on.</summary>
public sealed class CheckpointsTests : IDisposable
{
    private const int AtOnce = 50;
    private const int RoundsToACopy = 50;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("warmline-");

    private string File => $"{_folder.FullName}/warmline.db";

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_log_begins_anew_however_many_write()
    {
        await using var house = await HandoffHouse.OpenAsync(
            options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, $"Data Source={File}"));
        await house.StartAsync();
        await TalkAsync(house, RoundsToACopy);
        var length = LogLength();

        await TalkAsync(house, 4 * RoundsToACopy);

        Assert.True(LogLength() < 3 * length, $"{length} bytes after the first part, {LogLength()} after five times as much");
        Assert.Equal(1 + (5 * RoundsToACopy * AtOnce), (await house.CustomerSaysAsync("c1", "that is all")).Seq);
    }

    private static async Task TalkAsync(HandoffHouse house, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => house.CustomerSaysAsync("c1", "still here")));
        }
    }

    private long LogLength() => new FileInfo($"{File}-wal").Length;
}
