using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using static Warmline.Handoff.Promises.CallbackState;

namespace Warmline.Handoff.Promises;

/// <summary>What each state allows, and how a callback is stored.</summary>
internal sealed partial class CallbackRequest
{
    /// <summary>Still owed to the customer, or waiting for their word.</summary>
    public static readonly CallbackState[] Open = [Scheduled, Reminded, Claimed, Missed, WrongNumber];

    /// <summary>The verbs, and the states in which each may be used.</summary>
    public static readonly IReadOnlyDictionary<string, CallbackState[]> Allowed = new Dictionary<string, CallbackState[]>(StringComparer.Ordinal)
    {
        [nameof(Remind)] = [Scheduled],
        [nameof(AskReminder)] = [Scheduled, Reminded],
        [nameof(RemindCustomer)] = [Scheduled, Reminded],
        [nameof(Claim)] = [Scheduled, Reminded, Missed],
        [nameof(Release)] = [Claimed],
        [nameof(Reach)] = [Claimed],
        [nameof(NotAnswered)] = [Claimed],
        [nameof(Wrong)] = [Claimed],
        [nameof(MoveTo)] = [Scheduled, Reminded, Missed, WrongNumber, NoAnswer],
        [nameof(Cancel)] = [Scheduled, Reminded, Missed, WrongNumber, NoAnswer],
        [nameof(Miss)] = [Scheduled, Reminded],
    };

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
            callback.Property(c => c.Zone).HasMaxLength(64);
            callback.Property(c => c.AgentId).HasMaxLength(64);
            callback.Property(c => c.AgentName).HasMaxLength(100);
            callback.Property(c => c.Note).HasMaxLength(LongestNote);
            callback.HasIndex(c => new { c.State, c.At });
            callback.HasIndex(c => new { c.ConversationId, c.RequestedAt });
            callback.HasIndex(c => c.KeptAt);
            callback.HasIndex(c => c.BrokenAt);
        }
    }
}
