using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Conversations;

/// <summary>A stored line. Written once; only erasure changes it.</summary>
internal sealed class LogLine
{
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
            line.HasIndex(l => new { l.ConversationId, l.DedupeKey }).IsUnique();
        }
    }
}
