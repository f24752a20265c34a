using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Queue;

namespace Warmline.Handoff.Agents;

/// <summary>What an agent does with a conversation: take it, talk, close it.</summary>
internal sealed class AgentConversations(HandoffDatabase database, ConversationBell bell, TimeProvider time)
{
    public const int LongestText = 4000;

    /// <summary>Takes a waiting customer. The conversation's lock decides: one winner, the others are told who has it.</summary>
    public async Task<AcceptResult> AcceptAsync(Agent agent, string itemId, CancellationToken cancellationToken)
    {
        var now = Now();
        var result = await database.WriteAsync(async db =>
        {
            var conversationId = await db.Set<QueueItem>().Where(i => i.Id == itemId).Select(i => i.ConversationId).SingleOrDefaultAsync();
            if (conversationId is null || await Appending.LockAsync(db, conversationId) is not { } conversation)
            {
                return new AcceptResult.Gone(null);
            }

            var item = await db.Set<QueueItem>().SingleAsync(i => i.Id == itemId);
            return await AcceptLockedAsync(db, conversation, item, agent, now);
        }, cancellationToken);
        if (result is AcceptResult.Accepted accepted)
        {
            RingAll(accepted.ConversationId);
        }

        return result;
    }

    /// <summary>Says something to the customer. Refused when the conversation is no longer this agent's under this epoch.</summary>
    public async Task<SayResult> SayAsync(Agent agent, string conversationId, long epoch, string text, string key, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return new SayResult.BadText();
        }

        var line = new NewLine(LineKind.Said, text.Trim()) { DedupeKey = key };
        var result = await database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, conversationId, line.DedupeKey);
            var said = conversation is null
                ? null
                : await Appending.AppendAsync(db, conversation, Author.Agent(agent.Id, agent.Name, epoch), [line], Now());
            if (said is null)
            {
                return new SayResult.Refused(conversation?.Owner ?? Owner.Nobody);
            }

            (await TurnMoves.OpenItemAsync(db, conversationId))!.Draft = null;
            return (SayResult)new SayResult.Said(said[0].Seq);
        }, cancellationToken);
        return result;
    }

    /// <summary>Shows the customer that the agent is typing. Never stored.</summary>
    public void ShowTyping(Agent agent, string conversationId) =>
        bell.Ring(conversationId, new Ring(new Typing(AuthorRole.Agent, agent.Name)));

    /// <summary>Keeps what the agent is writing and how far they have read, for a reload, a restart, and the bot that goes on later.</summary>
    public Task KeepAsync(Agent agent, string conversationId, string? draft, long seenSeq, CancellationToken cancellationToken) =>
        database.WriteAsync(async db => await db.Set<QueueItem>()
            .Where(i => i.ConversationId == conversationId && i.State == QueueState.Active && i.AgentId == agent.Id)
            .ExecuteUpdateAsync(set => set
                .SetProperty(i => i.Draft, draft)
                .SetProperty(i => i.SeenSeq, i => i.SeenSeq > seenSeq ? i.SeenSeq : seenSeq)), cancellationToken);

    /// <summary>Ends the agent's part: the bot has the conversation again and goes on after the last line the agent had seen. False: it was not theirs.</summary>
    public async Task<bool> CloseAsync(Agent agent, string conversationId, string reason, CancellationToken cancellationToken)
    {
        if (!CloseReasons.ByAgent.Contains(reason))
        {
            throw new ArgumentException($"Unknown close reason '{reason}'.", nameof(reason));
        }

        var now = Now();
        var closed = await database.WriteAsync(async db =>
        {
            var conversation = await Appending.LockAsync(db, conversationId);
            if (conversation is not { Owner: Owner.Agent } || conversation.OwnerAgentId != agent.Id)
            {
                return false;
            }

            var item = (await TurnMoves.OpenItemAsync(db, conversationId))!;
            item.Close(reason, now);
            conversation.GiveToBot();
            await SystemLines.AppendAsync(db, conversation, now, "agent.closed", agent.Name);
            await BotReading.GoOnAfterAsync(db, conversation, item.SeenSeq, now);
            return true;
        }, cancellationToken);
        RingAll(conversationId);
        return closed;
    }

    private static async Task<AcceptResult> AcceptLockedAsync(HandoffDb db, Conversation conversation, QueueItem item, Agent agent, DateTime now)
    {
        switch (item.State)
        {
            case QueueState.Active when item.AgentId == agent.Id:
                return new AcceptResult.Accepted(conversation.Id);
            case QueueState.Active:
                return new AcceptResult.AlreadyTaken(item.AgentName!, item.AcceptedAt!.Value);
            case QueueState.Closed:
                return new AcceptResult.Gone(item.CloseReason);
            default:
                item.Accept(agent.Id, agent.Name, now);
                conversation.GiveToAgent(agent.Id);
                BotReading.Stop(conversation);
                await SystemLines.AppendAsync(db, conversation, now, "agent.joined", agent.Name);
                return new AcceptResult.Accepted(conversation.Id);
        }
    }

    private void RingAll(string conversationId)
    {
        bell.Ring(conversationId);
        bell.Ring(ConversationBell.Queue);
        bell.Ring(ConversationBell.BotDue);
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;
}

/// <summary>The agent who acts: the account's id and the name customers see.</summary>
internal sealed record Agent(string Id, string Name);

/// <summary>What became of an accept.</summary>
internal abstract record AcceptResult
{
    public sealed record Accepted(string ConversationId) : AcceptResult;

    public sealed record AlreadyTaken(string ByName, DateTime At) : AcceptResult;

    /// <summary>The customer no longer waits; the reason when it is known.</summary>
    public sealed record Gone(string? Reason) : AcceptResult;
}

/// <summary>What became of an agent's words.</summary>
internal abstract record SayResult
{
    public sealed record Said(long Seq) : SayResult;

    /// <summary>Somebody else owns the conversation now; the words stay in the draft.</summary>
    public sealed record Refused(Owner Owner) : SayResult;

    /// <summary>Nothing but blanks, or longer than <see cref="AgentConversations.LongestText"/>.</summary>
    public sealed record BadText : SayResult;
}
