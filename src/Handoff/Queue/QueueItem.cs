using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Queue;

/// <summary>Where a handoff stands.</summary>
internal enum QueueState
{
    /// <summary>Waits for a person.</summary>
    Requested,

    /// <summary>A person has the conversation.</summary>
    Active,

    /// <summary>Over, for one of <see cref="CloseReasons"/>.</summary>
    Closed,
}

/// <summary>One handoff, a record beside the conversation. A new handoff of the same conversation is a new item.</summary>
internal sealed class QueueItem
{
    public required string Id { get; init; }
    public required string ConversationId { get; init; }
    public required string Language { get; init; }
    public required string Reason { get; init; }

    /// <summary>All reasons, as <see cref="InsightText"/> writes them.</summary>
    public required string Reasons { get; init; }

    /// <summary>Since when the customer waits this time.</summary>
    public required DateTime RequestedAt { get; set; }

    /// <summary>Fixed at enqueue: the order of the queue. Who lost an agent keeps the place.</summary>
    public required DateTime EffectiveArrival { get; init; }

    public QueueState State { get; private set; }

    /// <summary>When a person on duty first had it in sight. Null: nobody knows yet that the customer waits.</summary>
    public DateTime? AnnouncedAt { get; private set; }

    /// <summary>When the customer was told that nobody has come.</summary>
    public DateTime? ToldUnansweredAt { get; set; }

    public string? AgentId { get; private set; }
    public string? AgentName { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? ClosedAt { get; private set; }
    public string? CloseReason { get; private set; }

    /// <summary>The last line the agent's page has shown.</summary>
    public long SeenSeq { get; set; }

    /// <summary>What the agent was writing: survives a reload and a restart.</summary>
    public string? Draft { get; set; }

    /// <summary>Why, the weightiest first; at least one.</summary>
    public IReadOnlyList<HandoffReason> ReasonList =>
        InsightText.Read<HandoffReason[]>(Reasons) is { Length: > 0 } reasons ? reasons : [new HandoffReason(Reason, [], [])];

    /// <summary>The place of a waiting conversation, 1 for the next; null when it does not wait.</summary>
    public static async Task<int?> PlaceAsync(HandoffDb db, string conversationId, CancellationToken cancellationToken)
    {
        var waiting = db.Set<QueueItem>().Where(i => i.State == QueueState.Requested);
        var arrival = await waiting.Where(i => i.ConversationId == conversationId).Select(i => (DateTime?)i.EffectiveArrival).FirstOrDefaultAsync(cancellationToken);
        return arrival is null ? null : await waiting.CountAsync(i => i.EffectiveArrival <= arrival, cancellationToken);
    }

    /// <summary>True the first time.</summary>
    public bool Announce(DateTime now)
    {
        Require(nameof(Announce), QueueState.Requested);
        var first = AnnouncedAt is null;
        AnnouncedAt ??= now;
        return first;
    }

    public void Accept(string agentId, string agentName, DateTime now)
    {
        Require(nameof(Accept), QueueState.Requested);
        (State, AgentId, AgentName, AcceptedAt) = (QueueState.Active, agentId, agentName, now);
        AnnouncedAt ??= now;
    }

    /// <summary>The agent is gone: the customer waits again, at the old place.</summary>
    public void Requeue(DateTime now)
    {
        Require(nameof(Requeue), QueueState.Active);
        RequestedAt = now;
        (State, AgentId, AgentName, AcceptedAt, AnnouncedAt, ToldUnansweredAt) = (QueueState.Requested, null, null, null, null, null);
        Draft = null;
    }

    public void Close(string reason, DateTime now)
    {
        Require(nameof(Close), QueueState.Requested, QueueState.Active);
        (State, CloseReason, ClosedAt, Draft) = (QueueState.Closed, reason, now, null);
    }

    private void Require(string move, params ReadOnlySpan<QueueState> allowed)
    {
        if (!allowed.Contains(State))
        {
            throw new QueueMoveException(State, move);
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<QueueItem>
    {
        public void Configure(EntityTypeBuilder<QueueItem> item)
        {
            item.ToTable("queue_item");
            item.Property(i => i.Id).HasMaxLength(64);
            item.Property(i => i.ConversationId).HasMaxLength(64);
            item.Property(i => i.Language).HasMaxLength(8);
            item.Property(i => i.Reason).HasMaxLength(32);
            item.Property(i => i.AgentId).HasMaxLength(64);
            item.Property(i => i.AgentName).HasMaxLength(100);
            item.Property(i => i.CloseReason).HasMaxLength(32);
            item.Ignore(i => i.ReasonList);
            item.HasIndex(i => new { i.State, i.EffectiveArrival });
            item.HasIndex(i => new { i.ConversationId, i.RequestedAt });
        }
    }
}

/// <summary>A handoff was asked to do what its state does not allow.</summary>
internal sealed class QueueMoveException(QueueState state, string move)
    : InvalidOperationException($"A handoff that is {state} can't {move}.");

/// <summary>Why a handoff ended.</summary>
internal static class CloseReasons
{
    public const string Solved = "solved";
    public const string NoAnswer = "no_answer";
    public const string Duplicate = "duplicate";
    public const string Abuse = "abuse";
    public const string Other = "other";
    public const string CustomerLeft = "customer_left";
    public const string LeftQueue = "left_queue";
    public const string CallbackScheduled = "callback_scheduled";

    /// <summary>Those an agent chooses from.</summary>
    public static readonly IReadOnlyList<string> ByAgent = [Solved, NoAnswer, Duplicate, Abuse, Other];
}
