using Warmline.Torture.InServer;

namespace Warmline.Torture.Agents;

/// <summary>One agent at the desk: sees who waits, takes one, talks, keeps a draft, writes a note, closes. Sometimes vanishes in the middle.</summary>
internal sealed class AgentActor(World world, Floor floor, int number)
{
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(30);
    private readonly Random _random = new(Seeds.Of(world.Options.Seed, 1000 + number));

    private string Name => $"agent{number}";

    public async Task RunAsync()
    {
        try
        {
            while (!world.Over.IsCancellationRequested)
            {
                await World.PauseAsync(_random, 300, 900, world.Over);
                if (await world.Door.DeskAsync("look", new DeskRequest(Name)) is { Items.Count: > 0 } waiting)
                {
                    await TakeAsync(waiting.Items[_random.Next(Math.Min(3, waiting.Items.Count))]);
                }
            }
        }
        catch (OperationCanceledException) when (world.Over.IsCancellationRequested)
        {
            // The shift is over.
        }
    }

    private async Task TakeAsync(DeskItem item)
    {
        var began = TimeProvider.System.GetTimestamp();
        var accepted = await world.Door.DeskAsync("accept", new DeskRequest(Name) { Item = item.Id });
        if (accepted is { Outcome: DeskAnswer.Accepted })
        {
            world.Court.Count("accepts");
        }

        // Not known, or somebody else: what the log says counts.
        var view = await ViewAsync(item.Conversation);
        if (view.Agent == Name)
        {
            await new Chat(world, floor, _random, Name, item.Conversation, view.Epoch).TalkAsync();
        }
        else if (accepted is { Outcome: DeskAnswer.Accepted } && view.Owner == "Agent" && TimeProvider.System.GetElapsedTime(began) < SoonEnough)
        {
            world.Court.Accuse("an accept had two winners", item.Conversation, Name, $"{view.Owner} {view.Agent}");
        }
    }

    private async Task<DeskView> ViewAsync(string conversation)
    {
        while (true)
        {
            if (await world.Door.DeskAsync("view", new DeskRequest(Name) { Conversation = conversation }) is { View: { } view })
            {
                return view;
            }

            await World.PauseAsync(_random, 200, 600, world.Over);
        }
    }
}
