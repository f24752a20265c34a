using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Tests.Conversations;

/// <summary>A line whose ring got lost between two nodes is found by looking, one look for all who listen.</summary>
public sealed class MissedRingsTests
{
    [Fact]
    public async Task A_line_that_another_node_stored_without_a_ring_is_noticed_by_the_next_look()
    {
        await using var here = await HandoffHouse.OpenAsync();
        await here.StartAsync("c1");
        await here.StartAsync("c2");
        var rung = new List<string>();
        using var first = here.Bell.Listen("c1", _ => rung.Add("c1"));
        using var second = here.Bell.Listen("c2", _ => rung.Add("c2"));
        await LookAsync(here);
        rung.Clear();
        await using (var there = here.OpenNeighbour())
        {
            await there.CustomerSaysAsync("c2", "nobody rang for this");
        }

        await LookAsync(here);
        await LookAsync(here);

        Assert.Equal(["c2"], rung);
    }

    [Fact]
    public async Task Whoever_begins_to_listen_between_two_looks_misses_nothing()
    {
        await using var here = await HandoffHouse.OpenAsync();
        await here.StartAsync();
        await LookAsync(here);
        var rung = 0;
        using var listening = here.Bell.Listen("c1", _ => rung++);
        await using (var there = here.OpenNeighbour())
        {
            await there.CustomerSaysAsync("c1", "said before the first look");
        }

        await LookAsync(here);

        Assert.Equal(1, rung);
    }

    [Fact]
    public async Task Thousands_of_conversations_are_looked_at_together()
    {
        await using var here = await HandoffHouse.OpenAsync();
        var listening = Enumerable.Range(0, 1201).Select(n => here.Bell.Listen($"none-{n}", _ => { })).ToList();
        await here.StartAsync();
        var rung = 0;
        listening.Add(here.Bell.Listen("c1", _ => rung++));

        await LookAsync(here);

        Assert.Equal(1, rung);
        listening.ForEach(one => one.Dispose());
    }

    private static Task LookAsync(HandoffHouse house) =>
        house.Services.GetServices<IHostedService>().OfType<MissedRings>().Single().RunOnceAsync(HandoffHouse.Cancel);
}
