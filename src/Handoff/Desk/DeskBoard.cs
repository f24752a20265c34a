using Warmline.Handoff.Agents;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Desk;

/// <summary>The state of one open desk: lists, duty, what the agent should be told. Lives as long as the page.</summary>
internal sealed class DeskBoard(
    DeskSession session, DeskLists lists, WaitingRoom room, Presence presence, AgentConversations conversations)
{
    /// <summary>Something to show is different.</summary>
    public event Action? Changed;

    /// <summary>Somebody asks the page to read again now.</summary>
    public event Action? Woken;

    public DeskView View { get; private set; } = DeskView.Empty;

    public bool Loaded { get; private set; }

    public bool OnDuty { get; private set; }

    /// <summary>The page is in front of somebody.</summary>
    public bool Visible { get; set; } = true;

    public string? Notice { get; private set; }

    /// <summary>The last reading failed; what is shown may be old.</summary>
    public bool Trouble { get; private set; }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var me = await session.RequireAsync(cancellationToken);
        OnDuty = await presence.IsOnDutyAsync(me.Id, cancellationToken);
        View = await lists.ReadAsync(me.Id, cancellationToken);
        (Loaded, Trouble) = (true, false);
        if (Visible && OnDuty && View.Waiting.Where(r => r.Item.AnnouncedAt is null).Select(r => r.Item.Id).ToList() is { Count: > 0 } news)
        {
            await room.AcknowledgeAsync(news, cancellationToken);
        }
    }

    public async Task BeatAsync(CancellationToken cancellationToken) =>
        await presence.BeatAsync((await session.RequireAsync(cancellationToken)).Id, cancellationToken);

    public async Task ChooseDutyAsync(bool onDuty)
    {
        await presence.ChooseAsync((await session.RequireAsync()).Id, onDuty, CancellationToken.None);
        Wake();
    }

    /// <summary>True when the customer is this agent's now; else a notice says who has them.</summary>
    public async Task<bool> AcceptAsync(string itemId)
    {
        var me = await session.RequireAsync();
        var result = await conversations.AcceptAsync(me, itemId, CancellationToken.None);
        var texts = session.Texts;
        Notice = result switch
        {
            AcceptResult.Accepted => null,
            AcceptResult.AlreadyTaken taken => texts.Say("accept.taken", taken.ByName, session.Clock.Moment(taken.At)),
            AcceptResult.Gone gone => texts.Say("accept.gone", texts.Name("close", gone.Reason ?? "other")),
            _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
        };
        Wake();
        return result is AcceptResult.Accepted;
    }

    public void Show(string? notice)
    {
        Notice = notice;
        Tell();
    }

    public void ShowTrouble()
    {
        Trouble = true;
        Tell();
    }

    public void Tell() => Changed?.Invoke();

    public void Wake() => Woken?.Invoke();
}
