using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Files;

/// <summary>A file as it is stored; it belongs to one line of a conversation and leaves with the conversation.</summary>
internal sealed class FileRecord
{
    public required string Id { get; init; }
    public required string ConversationId { get; init; }
    public required long Seq { get; init; }
    public required string Name { get; init; }
    public required string MediaType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required DateTime StoredAt { get; init; }
    public required byte[] Content { get; init; }

    public static FileRecord Of(NewFile file, LogLine line) => new()
    {
        Id = file.Id,
        ConversationId = line.ConversationId,
        Seq = line.Seq,
        Name = file.Name,
        MediaType = file.MediaType,
        Size = file.Content.Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
        StoredAt = line.Stamp,
        Content = file.Content,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<FileRecord>
    {
        public void Configure(EntityTypeBuilder<FileRecord> file)
        {
            file.ToTable("file");
            file.Property(f => f.Id).HasMaxLength(64);
            file.Property(f => f.ConversationId).HasMaxLength(64);
            file.Property(f => f.Name).HasMaxLength(FileName.Longest);
            file.Property(f => f.MediaType).HasMaxLength(64);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasIndex(f => new { f.ConversationId, f.Seq });
            file.HasOne<Conversation>().WithMany().HasForeignKey(f => f.ConversationId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

/// <summary>What the desk shows of a file without opening it.</summary>
internal sealed record FileInLine(long Seq, string Id, string Name, string MediaType, long Size)
{
    /// <summary>The log names the files below the words; where they are shown themselves, the words are enough.</summary>
    public static string WithoutNames(string text, IEnumerable<FileInLine> files)
    {
        var lines = text.Split('\n').ToList();
        foreach (var file in files)
        {
            if (lines.LastIndexOf($"[{file.Name}]") is >= 0 and var at)
            {
                lines.RemoveAt(at);
            }
        }

        return string.Join('\n', lines);
    }

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);
}
