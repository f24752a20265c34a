using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Policy;

/// <summary>What the bot made of a turn, beside the turn's last line. A table of its own that no channel reads; the columns are for reports.</summary>
internal sealed class DecisionRecord
{
    private const int LongestKey = 64;

    private static readonly Statement Insert = new("""
        INSERT INTO "decision" ("ConversationId", "Seq", "Kind", "Score", "Reason", "Intent", "Confidence", "Insight", "ToTell")
        VALUES (@id, @seq, @kind, @score, @reason, @intent, @confidence, @insight, @toTell)
        """);

    public required string ConversationId { get; init; }
    public required long Seq { get; init; }
    public required HandoffKind Kind { get; init; }
    public required double Score { get; init; }

    /// <summary>The weightiest reason; empty when the bot went on.</summary>
    public required string Reason { get; init; }

    /// <summary>What the customer most likely wanted; null when nothing was understood.</summary>
    public string? Intent { get; init; }

    public double? Confidence { get; init; }

    /// <summary>Everything, as <see cref="InsightText"/> writes it.</summary>
    public required string Insight { get; init; }

    /// <summary>True until whoever keeps what customers asked was told of it; null: there is nothing to tell.</summary>
    public bool? ToTell { get; init; }

    private object?[] Values() => [ConversationId, Seq, Kind.ToString(), Score, Reason, Intent, Confidence, Insight, ToTell];

    /// <summary>
    /// Keeps what was made of a turn whose lines end with <paramref name="lastSeq"/>. Nothing is kept when nothing new was read: those
    /// lines have theirs already.
    /// </summary>
    public static void Keep(HandoffDb db, Turn turn, long lastSeq)
    {
        if (turn.Insight is not { } insight || turn.ToCursor <= turn.FromCursor)
        {
            return;
        }

        var first = lastSeq - turn.Lines.Count;
        db.Work.Add(Insert, Of(turn.ConversationId, turn.ToCursor, Brief.Of(insight with
        {
            Asked = insight.Asked is { Line: { } line } shown ? shown with { Line = first + line } : insight.Asked,
            HandedOver = (turn.Move as Move.RequestHandoff)?.Reason,
        })).Values);
    }

    /// <summary>What was decided after a line of a conversation, oldest first. Records that can no longer be read are left out.</summary>
    public static async Task<IReadOnlyList<Decision>> AfterAsync(HandoffDb db, string conversationId, long seq, CancellationToken cancellationToken)
    {
        var stored = await db.Set<DecisionRecord>().Where(d => d.ConversationId == conversationId && d.Seq > seq).OrderBy(d => d.Seq)
            .Select(d => new { d.Seq, d.Insight }).ToListAsync(cancellationToken);
        return [.. stored.Select(d => (d.Seq, Insight: InsightText.Read<TurnInsight>(d.Insight))).Where(d => d.Insight is not null)
            .Select(d => new Decision(d.Seq, d.Insight!))];
    }

    private static DecisionRecord Of(string conversationId, long seq, TurnInsight insight) => new()
    {
        ConversationId = conversationId,
        Seq = seq,
        Kind = insight.Decision.Kind,
        Score = insight.Decision.Score,
        Reason = insight.Decision.Reason,
        Intent = insight.Intents is [var likeliest, ..] ? likeliest.Name : null,
        Confidence = insight.Intents is [var surest, ..] ? surest.Confidence : null,
        Insight = InsightText.Write(insight),
        ToTell = insight is { Asked: null, Helped: null, HandedOver: null } ? null : true,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<DecisionRecord>
    {
        public void Configure(EntityTypeBuilder<DecisionRecord> decision)
        {
            decision.ToTable("decision");
            decision.HasKey(d => new { d.ConversationId, d.Seq });
            decision.Property(d => d.ConversationId).HasMaxLength(64);
            decision.Property(d => d.Reason).HasMaxLength(LongestKey);
            decision.Property(d => d.Intent).HasMaxLength(LongestKey);
            decision.Property(d => d.Insight).HasMaxLength(InsightText.Longest);
            decision.HasIndex(d => new { d.ToTell, d.ConversationId, d.Seq }).HasFilter("\"ToTell\" IS NOT NULL");
        }
    }
}

/// <summary>What was made of the turn that ended with a line.</summary>
internal sealed record Decision(long Seq, TurnInsight Insight);
