using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Tests.Data;

/// <summary>Writes that share a commit share no failure.</summary>
public sealed class GroupCommitTests
{
    [Fact]
    public async Task A_write_that_fails_after_it_wrote_takes_nothing_and_nobody_with_it()
    {
        await using var house = await HandoffHouse.OpenAsync();
        await house.StartAsync();
        await house.StartAsync("c2");
        var gate = new TaskCompletionSource();
        var first = house.Database.WriteAsync(async _ => { await gate.Task; return true; }, HandoffHouse.Cancel);
        var before = house.CustomerSaysAsync("c1", "before");
        var failing = house.Database.WriteAsync<bool>(
            async db =>
            {
                var conversation = (await Appending.LockAsync(db, "c1"))!;
                await CustomerLines.AppendAsync(db, conversation, new CustomerLine(LineKind.Said, "never", null, null, null, null), house.Clock.GetUtcNow().UtcDateTime);
                await (await db.EndAsync(HandoffHouse.Cancel)).GoAsync(HandoffHouse.Cancel);
                throw new InvalidOperationException("This one.");
            },
            HandoffHouse.Cancel);
        var cancelled = house.Database.WriteAsync(_ => Task.FromResult(true), new CancellationToken(canceled: true));
        Task<Line>[] after = [house.CustomerSaysAsync("c1", "after"), house.CustomerSaysAsync("c2", "elsewhere")];

        gate.SetResult();

        Assert.True(await first);
        Assert.Equal("This one.", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        // Both were said at once: which is first is the database's to choose.
        Assert.Equal([1, 2], new[] { await before, await after[0] }.Select(line => line.Seq).Order());
        Assert.Equal(1, (await after[1]).Seq);
        Assert.Equal(["after", "before"], (await house.LinesAsync("c1")).Select(line => line.Text).Order());
    }
}
