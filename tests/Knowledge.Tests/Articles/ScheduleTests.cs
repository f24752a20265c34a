using Microsoft.Extensions.DependencyInjection;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;
using static Warmline.Knowledge.Tests.Articles.Newsroom;

namespace Warmline.Knowledge.Tests.Articles;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("Europe/Warsaw", "2026-03-29T01:59", "2026-03-29T00:59Z", "None")]
    [InlineData("Europe/Warsaw", "2026-03-29T02:30", "2026-03-29T01:00Z", "Later")]
    [InlineData("Europe/Warsaw", "2026-03-29T03:00", "2026-03-29T01:00Z", "None")]
    [InlineData("Europe/Warsaw", "2026-10-25T02:30", "2026-10-25T00:30Z", "FirstOfTwo")]
    [InlineData("Europe/Warsaw", "2026-10-25T03:00", "2026-10-25T02:00Z", "None")]
    [InlineData("Asia/Tehran", "2026-03-22T00:30", "2026-03-21T21:00Z", "None")]
    [InlineData("Asia/Tehran", "2026-09-21T23:30", "2026-09-21T20:00Z", "None")]
    public void The_shops_clock_is_read_by_its_rule(string zone, string local, string utc, string shift)
    {
        var expected = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        Assert.Equal((expected, Enum.Parse<TimeShift>(shift)), LocalTimes.ToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), zone));
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30Z")]
    public async Task It_goes_live_then_and_not_before_whatever_the_clocks_do(string local, string utc)
    {
        await using var room = await OpenAsync();
        var draft = await room.WriteAsync("Spring sale.");
        var planned = await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), null, Cancel);
        Assert.True(planned.IsDone);
        Assert.NotEqual(TimeShift.None, planned.Shift);
        var at = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(at.UtcDateTime, (await room.StandsAsync()).ScheduledFor);

        room.Shop.Clock.SetUtcNow(at - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await room.Clock.RunOnceAsync(Cancel));
        Assert.Null(await room.ReadAsync());
        room.Shop.Clock.SetUtcNow(at);
        Assert.Equal(1, await room.Clock.RunOnceAsync(Cancel));
        Assert.Equal(0, await room.Clock.RunOnceAsync(Cancel));
        Assert.Equal("Spring sale.", await room.ReadAsync());
        Assert.Equal([VersionKind.Published, VersionKind.Scheduled], await room.KindsAsync());
    }

    [Fact]
    public async Task Two_nodes_whose_clocks_ring_at_once_publish_it_once()
    {
        await using var room = await OpenAsync();
        await using var other = room.Shop.Host(options => { });
        await PlanAsync(room, "Later.");
        room.Shop.Clock.Advance(TimeSpan.FromDays(2));
        ArticleClock[] clocks = [room.Clock, other.GetRequiredService<ArticleClock>()];

        var done = await Task.WhenAll(clocks.Select(clock => Task.Run(() => clock.RunOnceAsync(Cancel))));

        Assert.Equal(1, done.Sum());
        Assert.Equal([VersionKind.Published, VersionKind.Scheduled], await room.KindsAsync());
    }

    [Fact]
    public async Task What_is_written_after_scheduling_stays_a_draft()
    {
        await using var room = await OpenAsync();
        await PlanAsync(room, "Planned.");
        await room.WriteAsync("Written later.");
        room.Shop.Clock.Advance(TimeSpan.FromDays(2));

        await room.Clock.RunOnceAsync(Cancel);

        Assert.Equal("Planned.", await room.ReadAsync());
        Assert.Equal(ArticleState.Draft, (await room.StandsAsync()).State);
    }

    [Fact]
    public async Task Cancelled_archived_or_overtaken_it_does_not_come()
    {
        await using var room = await OpenAsync();
        await PlanAsync(room, "one");
        Assert.True((await room.Publishing.CancelScheduleAsync(Omid, Key, "en", null, Cancel)).IsDone);
        Assert.Equal(EditRefusal.WrongState, (await room.Publishing.CancelScheduleAsync(Omid, Key, "en", null, Cancel)).Refusal);
        await PlanAsync(room, "two");
        await room.TellAsync("now");
        await PlanAsync(room, "three");
        await room.Publishing.ArchiveAsync(Ewa, Key, "en", null, Cancel);
        room.Shop.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(0, await room.Clock.RunOnceAsync(Cancel));
        Assert.Null(await room.ReadAsync());
    }

    [Fact]
    public async Task A_time_that_has_passed_is_refused()
    {
        await using var room = await OpenAsync();
        var draft = await room.WriteAsync("Late.");

        Assert.Equal(EditRefusal.TimeHasPassed, (await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, new DateTime(2026, 2, 2, 12, 0, 0), null, Cancel)).Refusal);
        Assert.True((await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, new DateTime(2026, 2, 2, 12, 1, 0), null, Cancel)).IsDone);
    }

    private static async Task PlanAsync(Newsroom room, string answer)
    {
        var draft = await room.WriteAsync(answer);
        Assert.True((await room.Publishing.ScheduleAsync(Ewa, Key, "en", draft, new DateTime(2026, 2, 3, 8, 0, 0), null, Cancel)).IsDone);
    }
}
