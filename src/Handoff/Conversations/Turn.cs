using Warmline.Handoff.Customers;
using Warmline.Handoff.Policy;

namespace Warmline.Handoff.Conversations;

/// <summary>What the bot reads before a turn: everything that was said since its cursor, and what it knew.</summary>
public sealed record TurnInput
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The channel the customer writes in, such as <c>directline</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's id in this channel.</summary>
    public required string UserId { get; init; }

    /// <summary>Bot or queue: the owner under whom the turn may speak.</summary>
    public required Owner Owner { get; init; }

    /// <summary>The owner's epoch; a turn that commits under an older one is stale.</summary>
    public required long Epoch { get; init; }

    /// <summary>The last line the bot has read; −1 when the conversation was not greeted yet.</summary>
    public required long Cursor { get; init; }

    /// <summary>The last line of the log at the moment of reading.</summary>
    public required long LastSeq { get; init; }

    /// <summary>The conversation's language: en, pl, ru, fa.</summary>
    public required string Language { get; init; }

    /// <summary>The customer's new lines (and results of tasks), oldest first.</summary>
    public required IReadOnlyList<Line> Unread { get; init; }

    /// <summary>What the customer said lately before that, oldest first.</summary>
    public required IReadOnlyList<Line> Earlier { get; init; }

    /// <summary>What the bot was in the middle of, as it left it.</summary>
    public string? DialogState { get; init; }

    /// <summary>What is known about the customer's matter, by name.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>Who the customer is, when the shop itself says so and that has not lapsed. Never from anything the customer said.</summary>
    public VouchedCustomer? Customer { get; init; }

    /// <summary>Tasks that ended since the cursor.</summary>
    public required IReadOnlyList<FinishedTask> FinishedTasks { get; init; }

    /// <summary>The customer's place in the queue, 1 for the next; null when they don't wait.</summary>
    public int? QueuePlace { get; init; }

    /// <summary>Turns over these very lines that failed before.</summary>
    public required int Failures { get; init; }
}

/// <summary>One turn of the bot, committed whole or not at all. Nothing outside is written by it.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Epoch">The epoch the turn read.</param>
/// <param name="FromCursor">The cursor the turn read.</param>
/// <param name="ToCursor">The last line the turn answers.</param>
public sealed record Turn(string ConversationId, long Epoch, long FromCursor, long ToCursor)
{
    /// <summary>What the bot says, in order.</summary>
    public IReadOnlyList<BotLine> Lines { get; init; } = [];

    /// <summary>What the bot is in the middle of now.</summary>
    public string? DialogState { get; init; }

    /// <summary>The language to go on in; null leaves it.</summary>
    public string? Language { get; init; }

    /// <summary>What was learned, each with the line it was learned from.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Proofs of ownership that were tried in this turn.</summary>
    public IReadOnlyList<ProofAttempt> Proofs { get; init; } = [];

    /// <summary>Work to be done outside, after the commit.</summary>
    public IReadOnlyList<TaskRequest> Tasks { get; init; } = [];

    /// <summary>Ends of tasks were among the lines read: what the tasks held is removed with this turn.</summary>
    public bool EndsTasks { get; init; }

    /// <summary>A change of owner, or a promise, made with the turn.</summary>
    public Move? Move { get; init; }

    /// <summary>What the bot made of the turn, for the team; null when no customer spoke.</summary>
    public TurnInsight? Insight { get; init; }
}

/// <summary>A line of the bot: readable text and, where the channel can show more, the full activity as JSON.</summary>
public sealed record BotLine(LineKind Kind, string Text, string? Activity = null);

/// <summary>Something learned about the customer's matter.</summary>
/// <param name="Name">Such as <c>order_number</c>, <c>email</c>, <c>phone</c>.</param>
/// <param name="Value">As the customer meant it.</param>
/// <param name="Seq">The line it was learned from.</param>
public sealed record Fact(string Name, string Value, long Seq);

/// <summary>A try to prove that an order is one's own.</summary>
/// <param name="Subject">What was asked for, such as an order number.</param>
/// <param name="Succeeded">Whether it was proven.</param>
/// <param name="Reason">Why not, for the shop's eyes only: <c>unknown</c> or <c>not the owner</c>.</param>
public sealed record ProofAttempt(string Subject, bool Succeeded, string? Reason);

/// <summary>Work outside the turn.</summary>
/// <param name="Kind">Which handler of the host does it.</param>
/// <param name="Payload">What it needs, opaque here.</param>
public sealed record TaskRequest(string Kind, string Payload);

/// <summary>A task that ended, and what came of it.</summary>
public sealed record FinishedTask(string Kind, string Payload, bool Succeeded, string? Result);

/// <summary>What a turn does to the ownership of the conversation.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>A person is needed.</summary>
    /// <param name="Reason">Why, as a key: <c>asked</c>, <c>failed</c>, <c>upset</c>, <c>bot_error</c>.</param>
    /// <param name="Evidence">The words and lines that show it.</param>
    public sealed record RequestHandoff(string Reason, IReadOnlyList<string> Evidence) : Move;

    /// <summary>The customer no longer waits for a person.</summary>
    public sealed record LeaveQueue : Move;

    /// <summary>The customer wants to be called; whoever waits in the queue no longer does.</summary>
    /// <param name="Phone">In international form.</param>
    /// <param name="At">When a free slot begins.</param>
    /// <param name="When">The time in the customer's own words.</param>
    /// <param name="Topic">What it is about, in the customer's words.</param>
    /// <param name="Zone">IANA name of the customer's zone, if it is known and not the shop's.</param>
    /// <param name="Remind">The customer wants a line in the chat before it.</param>
    public sealed record ScheduleCallback(
        string Phone, DateTimeOffset At, string When, string Topic, string? Zone = null, bool Remind = false) : Move;

    /// <summary>The call is to be at another time, perhaps to another number.</summary>
    public sealed record MoveCallback(string Reference, DateTimeOffset At, string? Phone = null) : Move;

    /// <summary>The customer no longer wants the call.</summary>
    public sealed record CancelCallback(string Reference) : Move;

    /// <summary>The customer wants a line in the chat before the call.</summary>
    public sealed record RemindOfCallback(string Reference) : Move;
}

/// <summary>What became of a turn.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>Everything is stored.</summary>
    /// <param name="More">Something came meanwhile and is to be answered next.</param>
    public sealed record Committed(bool More) : CommitResult;

    /// <summary>Somebody else owns the conversation now, this turn was already done, or what it promises can no longer be had; nothing is stored.</summary>
    public sealed record Stale(Owner Owner) : CommitResult;
}
