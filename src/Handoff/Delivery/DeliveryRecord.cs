using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Delivery;

/// <summary>How far a line is on its way to a pushed channel.</summary>
internal enum DeliveryState
{
    /// <summary>Handed to the channel, no answer yet. Found after a crash, it may or may not have arrived.</summary>
    Sending,

    /// <summary>The channel did not take it; it is tried again.</summary>
    Waiting,

    /// <summary>The channel has it.</summary>
    Delivered,

    /// <summary>The channel's answer was lost twice: it has the line once, twice, or not at all.</summary>
    Unconfirmed,

    /// <summary>The channel refuses it.</summary>
    Undeliverable,
}

/// <summary>What is known of one line on its way out. Written before the call, so that a crash in the middle is seen.</summary>
internal sealed class DeliveryRecord
{
    /// <summary>A line is sent again after a lost answer, but only once: doubled is bad, tripled is worse.</summary>
    private const int MostLostAnswers = 2;

    private const int LongestId = 300;
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(1);

    public static readonly IReadOnlyDictionary<long, DeliveryState> NoTrouble = new Dictionary<long, DeliveryState>();

    public static readonly Statement Read = new($"""
        SELECT "State", "Tries", "LostAnswers", "PlainOnly", "ExternalId", "Reason", "FirstTriedAt", "ConversationId", "Seq"
        FROM "delivery" WHERE "ConversationId" = @id AND "Seq" = @seq
        """);

    private static readonly Statement Insert = new("""
        INSERT INTO "delivery" ("State", "Tries", "LostAnswers", "PlainOnly", "ExternalId", "Reason", "FirstTriedAt", "ConversationId", "Seq")
        VALUES (@state, @tries, @lostAnswers, @plainOnly, @externalId, @reason, @firstTriedAt, @id, @seq)
        """);

    private static readonly Statement Save = new("""
        UPDATE "delivery" SET "State" = @state, "Tries" = @tries, "LostAnswers" = @lostAnswers, "PlainOnly" = @plainOnly,
        "ExternalId" = @externalId, "Reason" = @reason, "FirstTriedAt" = @firstTriedAt WHERE "ConversationId" = @id AND "Seq" = @seq
        """);

    public required string ConversationId { get; init; }
    public required long Seq { get; init; }
    public required DateTime FirstTriedAt { get; init; }
    public DeliveryState State { get; private set; }

    /// <summary>Tells one try from the next: an answer to an earlier one comes too late to count.</summary>
    public int Tries { get; private set; }

    public int LostAnswers { get; private set; }

    /// <summary>The channel refused the full form; only the words go now.</summary>
    public bool PlainOnly { get; private set; }

    /// <summary>The channel's id of the line, to change it there later.</summary>
    public string? ExternalId { get; private set; }

    public string? Reason { get; private set; }

    public bool IsFinished => State is DeliveryState.Delivered or DeliveryState.Unconfirmed or DeliveryState.Undeliverable;

    /// <summary>The lines of a conversation that did not, or perhaps did not, arrive.</summary>
    public static async Task<IReadOnlyDictionary<long, DeliveryState>> TroubledAsync(
        HandoffDb db, string conversationId, CancellationToken cancellationToken) =>
        await db.Set<DeliveryRecord>()
            .Where(d => d.ConversationId == conversationId && (d.State == DeliveryState.Unconfirmed || d.State == DeliveryState.Undeliverable))
            .ToDictionaryAsync(d => d.Seq, d => d.State, cancellationToken);

    public static DeliveryRecord From(Row row) => new()
    {
        State = row.Name<DeliveryState>(0),
        Tries = row.Count(1),
        LostAnswers = row.Count(2),
        PlainOnly = row.Flag(3),
        ExternalId = row.TextOrNone(4),
        Reason = row.TextOrNone(5),
        FirstTriedAt = row.Moment(6),
        ConversationId = row.Text(7),
        Seq = row.Number(8),
    };

    /// <summary>From now on what is changed of it is stored with the write.</summary>
    public DeliveryRecord Held(HandoffDb db)
    {
        db.Work.Hold(new HeldRow(Save, Values));
        return this;
    }

    /// <summary>It is new, and stored as it is when the write ends.</summary>
    public void Add(HandoffDb db) => db.Work.Add(Insert, Values);

    public static DeliveryRecord FirstTry(string conversationId, long seq, DateTime now)
    {
        var record = new DeliveryRecord { ConversationId = conversationId, Seq = seq, FirstTriedAt = now };
        record.Begin();
        return record;
    }

    /// <summary>Another try begins. False when the last one was never answered and it must not be tried once more.</summary>
    public bool Begin()
    {
        if (Tries > 0 && State == DeliveryState.Sending)
        {
            LoseAnswer();
        }

        if (IsFinished)
        {
            return false;
        }

        Tries++;
        State = DeliveryState.Sending;
        return true;
    }

    public void Take(DeliveryOutcome outcome, DateTime now)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Delivered delivered:
                // An id that can't be kept: the line has gone out all the same, it only can't be changed there later.
                (State, ExternalId) = (DeliveryState.Delivered, delivered.ExternalId is { Length: > LongestId } ? null : delivered.ExternalId);
                break;
            case DeliveryOutcome.NotNow when now - FirstTriedAt < GivesUpAfter:
                State = DeliveryState.Waiting;
                break;
            case DeliveryOutcome.NotNow:
                (State, Reason) = (DeliveryState.Undeliverable, "no_answer");
                break;
            case DeliveryOutcome.AnswerLost:
                LoseAnswer();
                break;
            case DeliveryOutcome.Refused when !PlainOnly:
                (State, PlainOnly) = (DeliveryState.Waiting, true);
                break;
            case DeliveryOutcome.Refused refused:
                (State, Reason) = (DeliveryState.Undeliverable, refused.Reason[..Math.Min(refused.Reason.Length, 100)]);
                break;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private object?[] Values() => [State, Tries, LostAnswers, PlainOnly, ExternalId, Reason, FirstTriedAt, ConversationId, Seq];

    private void LoseAnswer()
    {
        LostAnswers++;
        State = LostAnswers < MostLostAnswers ? DeliveryState.Waiting : DeliveryState.Unconfirmed;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<DeliveryRecord>
    {
        public void Configure(EntityTypeBuilder<DeliveryRecord> delivery)
        {
            delivery.ToTable("delivery");
            delivery.HasKey(d => new { d.ConversationId, d.Seq });
            delivery.Property(d => d.ConversationId).HasMaxLength(64);
            delivery.Property(d => d.ExternalId).HasMaxLength(LongestId);
            delivery.Property(d => d.Reason).HasMaxLength(100);
            delivery.HasOne<LogLine>().WithOne().HasForeignKey<DeliveryRecord>(d => new { d.ConversationId, d.Seq });
        }
    }
}
