using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Tests.Queue;

/// <summary>Somebody sets the clock of a running server.</summary>
public sealed class ClockStepsTests
{
    private static readonly Agent Ola = new("a1", "Ola");
    private readonly SetClock _clock = new();

    [Fact]
    public async Task Set_back_by_a_day_nobody_waits_a_day_for_the_bot()
    {
        await using var house = await OpenAsync();
        await house.StartAsync();
        await Steps(house).RunOnceAsync(HandoffHouse.Cancel);
        await house.CustomerSaysAsync("c1", "where is it");
        await LeaseAsync(house);
        await ClockLease.TakeAsync(house.Database, "queue", TimeSpan.FromSeconds(10), _clock.GetUtcNow().UtcDateTime, HandoffHouse.Cancel);

        _clock.Set(TimeSpan.FromDays(-1));
        Assert.Empty(await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        await Steps(house).RunOnceAsync(HandoffHouse.Cancel);

        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.True(await ClockLease.TakeAsync(house.Database, "queue", TimeSpan.FromSeconds(10), _clock.GetUtcNow().UtcDateTime, HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Set_back_while_the_server_was_down_is_put_right_by_the_first_look()
    {
        await using var house = await OpenAsync();
        await house.StartAsync();
        await LeaseAsync(house);
        _clock.Set(TimeSpan.FromHours(-1));

        Assert.True(await Steps(house).RunOnceAsync(HandoffHouse.Cancel));

        Assert.Equal(["c1"], await house.Due.ListAsync(ReaderKind.Bot, 10, HandoffHouse.Cancel));
        Assert.False(await Steps(house).RunOnceAsync(HandoffHouse.Cancel));
    }

    [Fact]
    public async Task Set_forth_by_an_hour_an_agent_at_the_desk_keeps_the_chat()
    {
        await using var house = await OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "a person please");
        await house.BotTurnAsync("c1", new Move.RequestHandoff("asked", []));
        await house.Presence.ChooseAsync(Ola.Id, onDuty: true, HandoffHouse.Cancel);
        await house.Agents.AcceptAsync(Ola, (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Single().Id, HandoffHouse.Cancel);
        await house.CustomerSaysAsync("c1", "hello");
        await Steps(house).RunOnceAsync(HandoffHouse.Cancel);

        _clock.Set(TimeSpan.FromHours(1));
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Empty(await house.Room.WaitingAsync(HandoffHouse.Cancel));

        _clock.Pass(TimeSpan.FromMinutes(5));
        await house.Watch.RunOnceAsync(HandoffHouse.Cancel);

        Assert.Single(await house.Room.WaitingAsync(HandoffHouse.Cancel));
    }

    private static ClockSteps Steps(HandoffHouse house) => house.Services.GetRequiredService<ClockSteps>();

    private static Task<bool> LeaseAsync(HandoffHouse house) =>
        house.Due.LeaseBotAsync("c1", TimeSpan.FromSeconds(30), HandoffHouse.Cancel);

    private Task<HandoffHouse> OpenAsync() => HandoffHouse.OpenAsync(services => services.AddSingleton<TimeProvider>(_clock));

    /// <summary>A clock that can be set; what passes is measured apart from it, as on a real machine.</summary>
    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _wall = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        private long _steady;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _steady;

        public void Set(TimeSpan step) => _wall += step;

        public void Pass(TimeSpan passed) => (_wall, _steady) = (_wall + passed, _steady + passed.Ticks);
    }
}
