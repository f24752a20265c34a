using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Conversations;

/// <summary>A stored line. Written once; only erasure changes it.</summary>
internal sealed class LogLine
{
    public const string Columns = """
        "ConversationId", "Seq", "Kind", "Role", "AuthorId", "AuthorName", "Stamp", "Text", "Activity", "Target", "SystemKey", "SystemArgs", "DedupeKey"
        """;

    /// <summary>Numbers have no gaps: so many lines are so many numbers.</summary>
    public static readonly Statement After = new($"""
        SELECT {Columns} FROM "line" WHERE "ConversationId" = @id AND "Seq" > @after AND "Seq" <= @last ORDER BY "Seq"
        """);

    public static readonly Statement Insert = new($"""
        INSERT INTO "line" ({Columns})
        VALUES (@id, @seq, @kind, @role, @authorId, @authorName, @stamp, @text, @activity, @target, @systemKey, @systemArgs, @dedupeKey)
        """);

    public required string ConversationId { get; init; }
    public required long Seq { get; init; }
    public required LineKind Kind { get; init; }
    public required AuthorRole Role { get; init; }
    public string? AuthorId { get; init; }
    public string? AuthorName { get; init; }
    public required DateTime Stamp { get; init; }
    public required string Text { get; init; }
    public string? Activity { get; init; }
    public long? Target { get; init; }
    public string? SystemKey { get; init; }
    public string? SystemArgs { get; init; }

    /// <summary>SHA-256 of where the line came from: the same line sent twice is stored once.</summary>
    public string? DedupeKey { get; init; }

    public static LogLine From(Row row) => new()
    {
        ConversationId = row.Text(0),
        Seq = row.Number(1),
        Kind = row.Name<LineKind>(2),
        Role = row.Name<AuthorRole>(3),
        AuthorId = row.TextOrNone(4),
        AuthorName = row.TextOrNone(5),
        Stamp = row.Moment(6),
        Text = row.Text(7),
        Activity = row.TextOrNone(8),
        Target = row.NumberOrNone(9),
        SystemKey = row.TextOrNone(10),
        SystemArgs = row.TextOrNone(11),
        DedupeKey = row.TextOrNone(12),
    };

    public object?[] Values() =>
        [ConversationId, Seq, Kind, Role, AuthorId, AuthorName, Stamp, Text, Activity, Target, SystemKey, SystemArgs, DedupeKey];

    public Line ToLine() => new(
        ConversationId, Seq, Kind, Role, AuthorId, AuthorName, Stamp, Text, Activity, Target, SystemKey,
        SystemArgs is null ? [] : JsonSerializer.Deserialize<string[]>(SystemArgs)!);

    internal sealed class Mapping : IEntityTypeConfiguration<LogLine>
    {
        public void Configure(EntityTypeBuilder<LogLine> line)
        {
            line.ToTable("line");
            line.HasKey(l => new { l.ConversationId, l.Seq });
            line.Property(l => l.ConversationId).HasMaxLength(64);
            line.Property(l => l.AuthorId).HasMaxLength(64);
            line.Property(l => l.AuthorName).HasMaxLength(100);
            line.Property(l => l.SystemKey).HasMaxLength(64);
            line.Property(l => l.DedupeKey).HasMaxLength(64);
            line.HasIndex(l => new { l.ConversationId, l.DedupeKey }).IsUnique().HasFilter("\"DedupeKey\" IS NOT NULL");
        }
    }
}
