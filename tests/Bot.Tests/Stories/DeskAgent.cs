using Microsoft.Extensions.DependencyInjection;
using Warmline.Handoff.Agents;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Queue;

namespace Warmline.Bot.Tests.Stories;

/// <summary>What an agent does at the desk, without its pages.</summary>
internal sealed class DeskAgent(IServiceProvider services, string name)
{
    private readonly Agent _agent = new(name.ToLowerInvariant(), name);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AgentConversations Conversations => services.GetRequiredService<AgentConversations>();

    private WaitingRoom Room => services.GetRequiredService<WaitingRoom>();

    public Task GoOnDutyAsync() => services.GetRequiredService<Presence>().ChooseAsync(_agent.Id, onDuty: true, Cancel);

    public Task<IReadOnlyList<QueueItem>> WaitingAsync() => Room.WaitingAsync(Cancel);

    /// <summary>The desk shows who waits: from now on the team knows.</summary>
    public async Task SeeWhoWaitsAsync() => await Room.AcknowledgeAsync([.. (await WaitingAsync()).Select(item => item.Id)], Cancel);

    public async Task<AcceptResult> AcceptAsync(string conversationId) =>
        await AcceptItemAsync((await WaitingAsync()).Single(item => item.ConversationId == conversationId).Id);

    public Task<AcceptResult> AcceptItemAsync(string itemId) => Conversations.AcceptAsync(_agent, itemId, Cancel);

    public async Task SayAsync(string conversationId, string text)
    {
        var view = await ViewAsync(conversationId);
        Assert.IsType<SayResult.Said>(
            await Conversations.SayAsync(_agent, conversationId, view.Conversation.Epoch, text, Guid.NewGuid().ToString("N"), Cancel));
    }

    /// <summary>Closes after having read everything.</summary>
    public async Task CloseAsync(string conversationId)
    {
        await Conversations.KeepAsync(_agent, conversationId, null, (await ViewAsync(conversationId)).Conversation.LastSeq, Cancel);
        Assert.True(await Conversations.CloseAsync(_agent, conversationId, CloseReasons.ByAgent[0], Cancel));
    }

    public async Task<ConversationView> ViewAsync(string conversationId) => (await Room.ViewAsync(conversationId, Cancel))!;

    public async Task<IReadOnlyList<Line>> LinesAsync(string conversationId) =>
        await services.GetRequiredService<ConversationLog>().ReadAsync(conversationId, 0, 1000, Cancel);
}
