using System.Globalization;
using Warmline.Torture.InServer;

namespace Warmline.Torture.Agents;

/// <summary>An agent's part of one conversation, under one epoch.</summary>
internal sealed class Chat(World world, Floor floor, Random random, string agent, string conversation, long epoch)
{
    private const int LooksForTheCustomer = 30;
    private string? _draft;

    public async Task TalkAsync()
    {
        if (random.Next(20) == 0)
        {
            // Took the chat and is gone: the clock gives the customer back to the queue, if they wait for an answer.
            world.Court.Count("agents vanished");
            await VanishAsync();
            return;
        }

        var lines = random.Next(1, 4);
        for (var line = 1; line <= lines; line++)
        {
            await KeepAsync(string.Create(CultureInfo.InvariantCulture, $"half of line {line}"));
            if (random.Next(3) == 0)
            {
                await NoteAsync();
            }

            if (!await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{agent} here, line {line}")))
            {
                return;
            }
        }

        await CustomerHasSpokenAsync();
        await CloseAsync();
    }

    private async Task<bool> SayAsync(string text)
    {
        var key = Convert.ToHexStringLower(Key());
        while (true)
        {
            switch (await world.Door.DeskAsync("say", Asks() with { Text = text, Key = key }))
            {
                case { Outcome: DeskAnswer.Said } said:
                    world.Court.Count("lines acknowledged to agents");
                    world.Ledger.Write(conversation, said.Seq, key);
                    _draft = null;
                    return true;
                case { Outcome: DeskAnswer.Refused }:
                    await LostAsync("an agent's line was refused");
                    return false;
                default:
                    await World.PauseAsync(random, 200, 600, world.Over);
                    break;
            }
        }
    }

    // The draft is asked back now and then: after a kill it must be what was last acknowledged.
    private async Task KeepAsync(string draft)
    {
        var kept = await world.Door.DeskAsync("keep", Asks() with { Text = draft }) is not null;
        await World.PauseAsync(random, 100, 1500, world.Over);
        var kills = world.Cluster.Kills;
        if (await ViewAsync() is { } view && kept && view.Agent == agent && view.Draft != draft)
        {
            world.Court.Accuse("a draft is gone", conversation, draft, $"{view.Draft} (before: {_draft}; kills {kills})");
        }

        world.Court.Count("drafts asked back", kept ? 1 : 0);
        _draft = draft;
    }

    private async Task NoteAsync()
    {
        var note = Convert.ToHexStringLower(Key());
        if (await world.Door.DeskAsync("note", Asks() with { Text = note }) is not null)
        {
            floor.Noted(note);
        }
    }

    private async Task CustomerHasSpokenAsync()
    {
        for (var look = 0; look < LooksForTheCustomer; look++)
        {
            await World.PauseAsync(random, 300, 700, world.Over);
            await world.Door.DeskAsync("look", Asks());
            if (await ViewAsync() is { } view && view.CustomerSeq > 0)
            {
                // Read up to here; whatever comes after it is the bot's to answer.
                await world.Door.DeskAsync("keep", Asks() with { Text = "", Seen = view.LastSeq });
                return;
            }
        }
    }

    private async Task CloseAsync()
    {
        while (true)
        {
            var closed = await world.Door.DeskAsync("close", Asks());
            if (closed is { Outcome: DeskAnswer.Done })
            {
                world.Court.Count("chats closed");
                return;
            }

            if (closed is not null)
            {
                // Closed before, and the answer was lost; or given to somebody else by the rules.
                await LostAsync("a close was refused");
                return;
            }

            await World.PauseAsync(random, 200, 600, world.Over);
        }
    }

    // Refused is right only when the conversation is no longer this agent's.
    private async Task LostAsync(string what)
    {
        while (true)
        {
            if (await ViewAsync() is { } view)
            {
                if (view.Agent == agent && view.Epoch == epoch)
                {
                    world.Court.Accuse(what, conversation, "done: it is this agent's chat", $"refused; the owner is {view.Owner} {view.Agent}");
                }

                return;
            }

            await World.PauseAsync(random, 200, 600, world.Over);
        }
    }

    private async Task VanishAsync()
    {
        while (await ViewAsync() is not { } view || view.Agent == agent)
        {
            // Nobody beats for this name any more: the actor comes back as somebody else.
            await World.PauseAsync(random, 1000, 2000, world.Over);
        }
    }

    private async Task<DeskView?> ViewAsync() => (await world.Door.DeskAsync("view", Asks()))?.View;

    private DeskRequest Asks() => new(agent) { Conversation = conversation, Epoch = epoch };

    private byte[] Key()
    {
        var key = new byte[16];
        random.NextBytes(key);
        return key;
    }
}
