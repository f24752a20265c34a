using System.Buffers.Binary;
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

    [Fact]
    public async Task The_log_that_was_left_by_a_killed_process_begins_anew_soon()
    {
        await using var killed = await HandoffHouse.OpenAsync(
            options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, $"Data Source={File}"));
        await killed.StartAsync();
        await TalkAsync(killed, 10);
        var left = $"{_folder.CreateSubdirectory("left").FullName}/warmline.db";
        System.IO.File.Copy(File, left);
        System.IO.File.Copy($"{File}-wal", $"{left}-wal");
        var before = Beginnings(left);

        await using var next = await HandoffHouse.OpenAsync(
            options: o => (o.Provider, o.ConnectionString) = (DatabaseProvider.Sqlite, $"Data Source={left}"));
        for (var writes = 0; writes < 500 && Beginnings(left) == before; writes++)
        {
            await next.CustomerSaysAsync("c1", "still here");
        }

        Assert.NotEqual(before, Beginnings(left));
    }

    // How often the log began anew stands in its head.
    private static byte[] Head(string file)
    {
        using var log = new FileStream($"{file}-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[16];
        log.ReadExactly(head);
        return head;
    }

    private static uint Beginnings(string file) => BinaryPrimitives.ReadUInt32BigEndian(Head(file).AsSpan(12));

    private static async Task TalkAsync(HandoffHouse house, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => house.CustomerSaysAsync("c1", "still here")));
        }
    }

    private long LogLength() => new FileInfo($"{File}-wal").Length;
}
