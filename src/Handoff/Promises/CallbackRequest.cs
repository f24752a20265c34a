using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Promises;

/// <summary>A customer wants to be called. Open until a person says it was done.</summary>
internal sealed class CallbackRequest
{
    // No letters or digits that are read wrong over the phone.
    private const string ReferenceAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public required string Reference { get; init; }
    public required string ConversationId { get; init; }
    public required string Phone { get; init; }

    /// <summary>In the customer's own words.</summary>
    public required string When { get; init; }

    public required string Topic { get; init; }
    public required string Language { get; init; }
    public required DateTime RequestedAt { get; init; }
    public DateTime? DoneAt { get; private set; }
    public string? DoneBy { get; private set; }

    public static CallbackRequest Of(Move.ScheduleCallback callback, Conversation conversation, DateTime now) => new()
    {
        Reference = "CB-" + RandomNumberGenerator.GetString(ReferenceAlphabet, 6),
        ConversationId = conversation.Id,
        Phone = callback.Phone,
        When = callback.When,
        Topic = callback.Topic,
        Language = conversation.Language,
        RequestedAt = now,
    };

    public void Done(string agentId, DateTime now) => (DoneAt, DoneBy) = (now, agentId);

    internal sealed class Mapping : IEntityTypeConfiguration<CallbackRequest>
    {
        public void Configure(EntityTypeBuilder<CallbackRequest> callback)
        {
            callback.ToTable("callback");
            callback.HasKey(c => c.Reference);
            callback.Property(c => c.Reference).HasMaxLength(16);
            callback.Property(c => c.ConversationId).HasMaxLength(64);
            callback.Property(c => c.Phone).HasMaxLength(32);
            callback.Property(c => c.When).HasMaxLength(200);
            callback.Property(c => c.Topic).HasMaxLength(1000);
            callback.Property(c => c.Language).HasMaxLength(8);
            callback.Property(c => c.DoneBy).HasMaxLength(64);
            callback.HasIndex(c => new { c.DoneAt, c.RequestedAt });
        }
    }
}
