using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Customers;

/// <summary>A try to prove that an order is one's own: kept to limit guessing, and for the shop to see why it failed.</summary>
internal sealed class ProofRecord
{
    public long Id { get; init; }
    public required string ConversationId { get; init; }
    public required string CustomerId { get; init; }
    public string? AddressHash { get; init; }
    public required string Subject { get; init; }
    public required bool Succeeded { get; init; }
    public string? Reason { get; init; }
    public required DateTime At { get; init; }

    public static ProofRecord Of(ProofAttempt attempt, Conversation conversation, DateTime now) => new()
    {
        ConversationId = conversation.Id,
        CustomerId = conversation.CustomerId,
        AddressHash = conversation.AddressHash,
        Subject = attempt.Subject.Length > 64 ? attempt.Subject[..64] : attempt.Subject,
        Succeeded = attempt.Succeeded,
        Reason = attempt.Reason,
        At = now,
    };

    /// <summary>Whether this visitor, or everybody at this address together, guessed too often lately.</summary>
    public static async Task<bool> UsedUpAsync(
        HandoffDb db, Conversation conversation, HandoffOptions options, DateTime now, CancellationToken cancellationToken)
    {
        var since = now - options.ProofWindow;
        var wrong = db.Set<ProofRecord>().Where(p => !p.Succeeded && p.At > since);
        return await wrong.CountAsync(p => p.CustomerId == conversation.CustomerId, cancellationToken) >= options.ProofAttemptsPerVisitor
            || (conversation.AddressHash is { } address
                && await wrong.CountAsync(p => p.AddressHash == address, cancellationToken) >= options.ProofAttemptsPerAddress);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ProofRecord>
    {
        public void Configure(EntityTypeBuilder<ProofRecord> proof)
        {
            proof.ToTable("proof");
            proof.Property(p => p.ConversationId).HasMaxLength(64);
            proof.Property(p => p.CustomerId).HasMaxLength(64);
            proof.Property(p => p.AddressHash).HasMaxLength(64);
            proof.Property(p => p.Subject).HasMaxLength(64);
            proof.Property(p => p.Reason).HasMaxLength(32);
            proof.HasIndex(p => new { p.CustomerId, p.At });
            proof.HasIndex(p => new { p.AddressHash, p.At });
            proof.HasIndex(p => p.ConversationId);
        }
    }
}
