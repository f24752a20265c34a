using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;
using Warmline.Handoff.Tasks;

namespace Warmline.Handoff.Tests.Tasks;

public sealed class OutsideTaskTests
{
    private readonly Mock<ITaskHandler> _handler = new();

    public OutsideTaskTests() => _handler.SetupGet(h => h.Kind).Returns("order.lookup");

    [Fact]
    public async Task Work_that_fails_is_tried_again_with_the_same_key_and_told_to_the_conversation_once()
    {
        var keys = new List<string>();
        _handler.Setup(h => h.DoAsync("LL-1", Capture.In(keys), It.IsAny<CancellationToken>()))
            .Returns(() => keys.Count < 3 ? throw new IOException("down") : Task.FromResult<string?>("back"));
        await using var house = await OpenAsync();
        await AskAsync(house);

        await RunAsync(house, rounds: 6);

        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        var finished = Assert.Single(input.FinishedTasks);
        Assert.Equal(new FinishedTask("order.lookup", "LL-1", true, "back"), finished);
        Assert.Single(await house.LinesAsync("c1"), l => l.SystemKey == "task.order.lookup");
    }

    [Fact]
    public async Task Nothing_is_done_for_a_turn_that_was_not_committed()
    {
        await using var house = await OpenAsync();
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is it");
        var stale = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))! with { Epoch = 0 };
        await house.Turns.CommitTurnAsync(
            HandoffHouse.Answer(stale) with { Tasks = [new TaskRequest("order.lookup", "LL-1")] }, HandoffHouse.Cancel);

        await RunAsync(house, rounds: 3);

        _handler.Verify(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task While_a_person_has_the_conversation_the_answer_waits_for_the_bot()
    {
        _handler.Setup(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync("back");
        await using var house = await OpenAsync();
        await AskAsync(house, new Move.RequestHandoff("asked", []));
        var ola = new Agent("a1", "Ola");
        await house.Agents.AcceptAsync(ola, (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Single().Id, HandoffHouse.Cancel);

        await RunAsync(house, rounds: 2);
        _handler.Verify(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);

        await house.Agents.CloseAsync(ola, "c1", CloseReasons.Solved, HandoffHouse.Cancel);
        await RunAsync(house, rounds: 2);
        Assert.Single((await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.FinishedTasks);
    }

    [Fact]
    public async Task What_a_task_held_is_removed_with_the_turn_that_tells_its_end_and_not_before()
    {
        _handler.Setup(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync("anna@example.com");
        await using var house = await OpenAsync();
        await AskAsync(house);
        await RunAsync(house, rounds: 1);
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        Assert.Single(input.FinishedTasks);

        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(input with { Epoch = 0 }, null, "stale") with { EndsTasks = true }, HandoffHouse.Cancel);
        Assert.Single(await TasksAsync(house));
        await house.Turns.CommitTurnAsync(HandoffHouse.Answer(input, null, "It is back.") with { EndsTasks = true }, HandoffHouse.Cancel);

        Assert.Empty(await TasksAsync(house));
    }

    [Fact]
    public async Task An_end_that_nobody_is_there_to_hear_is_kept_for_a_day()
    {
        _handler.Setup(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync("anna@example.com");
        await using var house = await OpenAsync();
        await AskAsync(house);
        await house.Services.GetRequiredService<ConversationLog>().EndAsync("c1", HandoffHouse.Cancel);
        await RunAsync(house, rounds: 1);

        await house.Services.GetRequiredService<EmptyConversations>().RunOnceAsync(HandoffHouse.Cancel);
        Assert.Single(await TasksAsync(house));
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Services.GetRequiredService<EmptyConversations>().RunOnceAsync(HandoffHouse.Cancel);

        Assert.Empty(await TasksAsync(house));
    }

    [Fact]
    public async Task An_end_that_comes_after_a_person_took_over_waits_for_the_bot_and_is_not_lost()
    {
        await using var house = await OpenAsync();
        var ola = new Agent("a1", "Ola");
        var taken = false;
        _handler.Setup(h => h.DoAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async () =>
        {
            if (!taken)
            {
                taken = true;
                await house.Agents.AcceptAsync(ola, (await house.Room.WaitingAsync(HandoffHouse.Cancel)).Single().Id, HandoffHouse.Cancel);
            }

            return "back";
        });
        await AskAsync(house, new Move.RequestHandoff("asked", []));
        await RunAsync(house, rounds: 1);
        Assert.DoesNotContain(await house.LinesAsync("c1"), l => l.SystemKey == "task.order.lookup");

        await house.Agents.CloseAsync(ola, "c1", CloseReasons.Solved, HandoffHouse.Cancel);
        await RunAsync(house, rounds: 2);

        Assert.Single((await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!.FinishedTasks);
    }

    private static async Task<List<OutsideTask>> TasksAsync(HandoffHouse house)
    {
        await using var db = house.Services.GetRequiredService<HandoffDatabase>().Open();
        return await db.Set<OutsideTask>().AsNoTracking().ToListAsync(HandoffHouse.Cancel);
    }

    private Task<HandoffHouse> OpenAsync() => HandoffHouse.OpenAsync(services => services.AddSingleton(_handler.Object));

    private static async Task AskAsync(HandoffHouse house, Move? move = null)
    {
        await house.StartAsync();
        await house.CustomerSaysAsync("c1", "where is LL-1");
        var input = (await house.Turns.LoadAsync("c1", HandoffHouse.Cancel))!;
        await house.Turns.CommitTurnAsync(
            HandoffHouse.Answer(input, move, "I will look.") with { Tasks = [new TaskRequest("order.lookup", "LL-1")] }, HandoffHouse.Cancel);
    }

    private static async Task RunAsync(HandoffHouse house, int rounds)
    {
        var worker = house.Services.GetRequiredService<TaskWorker>();
        for (var round = 0; round < rounds; round++)
        {
            await worker.RunOnceAsync(HandoffHouse.Cancel);
            house.Clock.Advance(TimeSpan.FromMinutes(2));
        }
    }
}
