using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Tasks;

/// <summary>Where a task stands.</summary>
internal enum TaskState
{
    Waiting,
    Done,
    GivenUp,
}

/// <summary>
/// Work that a turn asked for and that touches the outside: stored with the turn, done after it, told back to the conversation.
/// Its payload and result may hold proofs and addresses, so it is kept only until the turn that told the customer of its end.
/// </summary>
internal sealed class OutsideTask
{
    public required string ConversationId { get; init; }

    /// <summary>The line after which the turn ended; with <see cref="N"/> it is the idempotency key towards the outside.</summary>
    public required long Seq { get; init; }

    public required int N { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public TaskState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? DueAt { get; private set; }
    public string? Result { get; private set; }

    /// <summary>The line that told the conversation of the end.</summary>
    public long? ToldSeq { get; set; }

    public static OutsideTask Of(TaskRequest request, string conversationId, long seq, int n, DateTime now) =>
        new() { ConversationId = conversationId, Seq = seq, N = n, Kind = request.Kind, Payload = request.Payload, DueAt = now };

    /// <summary>Taken by a worker: if it dies, somebody tries again after <paramref name="lease"/>.</summary>
    public void Take(DateTime now, TimeSpan lease)
    {
        Attempts++;
        DueAt = now + lease;
    }

    /// <summary>Another worker has told the end already, or the database did but its answer was lost.</summary>
    public bool IsOver => State != TaskState.Waiting;

    public void TryAgain(DateTime at) => DueAt = IsOver ? null : at;

    public void End(bool succeeded, string? result)
    {
        if (State != TaskState.Waiting)
        {
            throw new InvalidOperationException($"The task has already ended as {State}.");
        }

        State = succeeded ? TaskState.Done : TaskState.GivenUp;
        DueAt = null;
        Result = result;
    }

    /// <summary>The bot has read these ends and told them: nothing is kept of the tasks.</summary>
    public static Task ForgetAsync(HandoffDb db, string conversationId, long fromSeq, long toSeq) => db.Set<OutsideTask>()
        .Where(t => t.ConversationId == conversationId && t.ToldSeq > fromSeq && t.ToldSeq <= toSeq).ExecuteDeleteAsync();

    /// <summary>Ended before that moment in conversations that are over: nobody is there to hear of it.</summary>
    public static Task ForgetUnheardAsync(HandoffDb db, DateTime before) => db.Set<OutsideTask>()
        .Where(t => t.ToldSeq != null
            && db.Set<Conversation>().Any(c => c.Id == t.ConversationId && c.Owner == Owner.Nobody)
            && db.Set<LogLine>().Any(l => l.ConversationId == t.ConversationId && l.Seq == t.ToldSeq && l.Stamp < before))
        .ExecuteDeleteAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<OutsideTask>
    {
        public void Configure(EntityTypeBuilder<OutsideTask> task)
        {
            task.ToTable("task");
            task.HasKey(t => new { t.ConversationId, t.Seq, t.N });
            task.Property(t => t.ConversationId).HasMaxLength(64);
            task.Property(t => t.Kind).HasMaxLength(64);
            task.HasIndex(t => t.DueAt);
        }
    }
}
