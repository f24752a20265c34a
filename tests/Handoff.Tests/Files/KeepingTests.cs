using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Tests.Files;

public sealed class KeepingTests
{
    [Fact]
    public async Task A_file_is_kept_with_its_line_and_sent_twice_it_is_kept_once()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        var first = await SendAsync(house, "f1");
        var again = await SendAsync(house, "f2");

        Assert.Equal(first!.Seq, again!.Seq);
        var listed = Assert.Single(await house.Log.FilesAsync("c1", 0, HandoffHouse.Cancel));
        Assert.Equal((first.Seq, "f1", "notes.txt", 5L), (listed.Seq, listed.Id, listed.Name, listed.Size));
        Assert.Equal("words"u8.ToArray(), (await house.Files.OpenAsync("f1", HandoffHouse.Cancel))!.Content);
        Assert.Null(await house.Files.OpenAsync("f2", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task A_line_that_is_not_taken_leaves_no_file()
    {
        await using var house = await HandoffHouse.OpenAsync();

        Assert.Null(await SendAsync(house, "f1"));
        Assert.Null(await house.Files.OpenAsync("f1", HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Files_leave_with_their_conversation()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.Log.AppendAsync("c1", Line("f1") with { Kind = LineKind.Event }, HandoffHouse.Cancel);
        Assert.NotNull(await house.Files.OpenAsync("f1", HandoffHouse.Cancel));

        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Services.GetRequiredService<EmptyConversations>().RunOnceAsync(HandoffHouse.Cancel);

        await using var db = house.Database.Open();
        Assert.Equal(0, await db.Set<FileRecord>().CountAsync(HandoffHouse.Cancel));
    }

    [Fact]
    public void Where_files_are_shown_their_names_are_not_said_twice()
    {
        FileInLine[] files = [new(1, "a", "zdjęcie.png", "image/png", 1), new(1, "b", "b.pdf", "application/pdf", 1)];

        Assert.Equal("pęknięty", FileInLine.WithoutNames("pęknięty\n[zdjęcie.png]\n[b.pdf]", files));
        Assert.Equal("", FileInLine.WithoutNames("[zdjęcie.png]", files));
        Assert.Equal("[other.png]", FileInLine.WithoutNames("[other.png]", files));
    }

    private static Task<Line?> SendAsync(HandoffHouse house, string fileId) => house.Log.AppendAsync("c1", Line(fileId), HandoffHouse.Cancel);

    private static CustomerLine Line(string fileId) => new(LineKind.Said, "[notes.txt]", null, "same", null, null)
    {
        Files = [new NewFile(fileId, "notes.txt", "text/plain", "words"u8.ToArray())],
    };
}
