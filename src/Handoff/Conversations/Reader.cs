using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Conversations;

/// <summary>The readers of a log whose place the server keeps.</summary>
public enum ReaderKind
{
    /// <summary>The bot, which answers the customer's lines.</summary>
    Bot,

    /// <summary>The sender, which carries lines to a channel that wants them pushed.</summary>
    Sender,
}

/// <summary>
/// A server-held cursor in one log. An append sets <see cref="DueAt"/> of those concerned in its own transaction;
/// nodes poll for it, the bell only shortens the wait.
/// </summary>
internal sealed class Reader
{
    public static readonly Statement Lock = new(dialect => $"""
        SELECT {Columns} FROM "reader" r{dialect.LocksTable} WHERE r."ConversationId" = @id ORDER BY r."Kind"{dialect.LocksRowsOf("r")}
        """);

    public static readonly Statement Read = new($"""
        SELECT {Columns} FROM "reader" r WHERE r."Kind" = @kind AND r."ConversationId" = @id
        """);

    public static readonly Statement Save = new("""
        UPDATE "reader" SET "Cursor" = @cursor, "DueAt" = @dueAt, "LeasedUntil" = @leasedUntil, "Failures" = @failures
        WHERE "Kind" = @kind AND "ConversationId" = @id
        """);

    private const string Columns = """r."Kind", r."ConversationId", r."Cursor", r."DueAt", r."LeasedUntil", r."Failures" """;

    public required ReaderKind Kind { get; init; }
    public required string ConversationId { get; init; }

    /// <summary>The last line read; −1 before the conversation was greeted.</summary>
    public long Cursor { get; set; } = -1;

    public DateTime? DueAt { get; set; }
    public DateTime? LeasedUntil { get; set; }

    /// <summary>Tries that failed in a row since the cursor last moved.</summary>
    public int Failures { get; set; }

    /// <summary>When a lease that begins now ends; whole milliseconds, so that every database gives back the same moment.</summary>
    public static DateTime LeaseFrom(DateTime now) => LeaseFrom(now, TimeSpan.FromSeconds(30));

    /// <summary>Takes the place, when it is free, without doing anything yet. The moment it ends; null when somebody has it.</summary>
    public DateTime? Hold(DateTime now, TimeSpan duration) => LeasedUntil > now ? null : LeasedUntil = LeaseFrom(now, duration);

    public static Reader From(Row row) => new()
    {
        Kind = row.Name<ReaderKind>(0),
        ConversationId = row.Text(1),
        Cursor = row.Number(2),
        DueAt = row.MomentOrNone(3),
        LeasedUntil = row.MomentOrNone(4),
        Failures = row.Count(5),
    };

    public object?[] Values() => [Cursor, DueAt, LeasedUntil, Failures, Kind, ConversationId];

    private static DateTime LeaseFrom(DateTime now, TimeSpan duration) =>
        new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), now.Kind) + duration;

    public void MoveTo(long cursor, DateTime? dueAt)
    {
        Cursor = cursor;
        DueAt = dueAt;
        LeasedUntil = null;
        Failures = 0;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Reader>
    {
        public void Configure(EntityTypeBuilder<Reader> reader)
        {
            reader.ToTable("reader");
            reader.HasKey(r => new { r.ConversationId, r.Kind });
            reader.Property(r => r.ConversationId).HasMaxLength(64);
            // Only of those that are due: most are not.
            reader.HasIndex(r => new { r.Kind, r.DueAt }).HasFilter("\"DueAt\" IS NOT NULL");
        }
    }
}
