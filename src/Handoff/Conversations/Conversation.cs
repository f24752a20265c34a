using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Conversations;

/// <summary>Who a conversation belongs to at a moment; exactly one may speak beside the customer.</summary>
public enum Owner
{
    /// <summary>The bot answers.</summary>
    Bot,

    /// <summary>Waiting for a person; the bot may still help.</summary>
    Queue,

    /// <summary>A person answers.</summary>
    Agent,

    /// <summary>Closed or idle; the customer's next line wakes it.</summary>
    Nobody,
}

/// <summary>A conversation: its owner, the owner's epoch and the end of its log. Changed only while its row is locked.</summary>
internal sealed partial class Conversation
{
    public required string Id { get; init; }
    public required string CustomerId { get; init; }
    public required string Channel { get; init; }

    /// <summary>The channel wants lines sent to it; on Direct Line the client fetches them.</summary>
    public bool IsPushed { get; init; }

    public required DateTime StartedAt { get; init; }
    public required string Language { get; set; }
    public string? AddressHash { get; set; }
    public Owner Owner { get; private set; } = Owner.Bot;
    public string? OwnerAgentId { get; private set; }

    /// <summary>Rises with each change of owner: an append under an older epoch is refused.</summary>
    public long Epoch { get; private set; } = 1;

    public long LastSeq { get; set; }
    public DateTime LastStamp { get; set; }
    public bool CustomerSpoke { get; set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the bot is in the middle of; opaque here.</summary>
    public string? DialogState { get; set; }

    /// <summary>Under the lock: the bot's cursor.</summary>
    public Reader Bot { get; set; } = null!;

    /// <summary>Under the lock: the sender's cursor, where the channel is pushed to.</summary>
    public Reader? Sender { get; set; }

    /// <summary>Under the lock: lines that were looked for by <see cref="LogLine.DedupeKey"/>, and found or not.</summary>
    public Dictionary<string, LogLine?> Twins { get; } = new(StringComparer.Ordinal);

    /// <summary>When read by hand: how a pushed channel is reached.</summary>
    public string? Reference { get; set; }

    /// <summary>When read by hand: the customer's id in the channel.</summary>
    public string? UserId { get; private init; }

    /// <summary>When read by hand: the shop said who the customer is.</summary>
    public bool IsVouched { get; private init; }

    public void GiveToBot() => Give(Owner.Bot, null);

    public void GiveToQueue()
    {
        DialogState = null;
        Give(Owner.Queue, null);
    }

    public void GiveToAgent(string agentId)
    {
        // What the bot was asking meanwhile is the person's matter now.
        DialogState = null;
        Give(Owner.Agent, agentId);
    }

    public void Close(DateTime now)
    {
        DialogState = null;
        Give(Owner.Nobody, null);
        ClosedAt = now;
    }

    /// <summary>The customer always may speak. Everyone else only as the owner, under the owner's epoch.</summary>
    public bool MayAppend(Author author) => author.Role == AuthorRole.Customer || (author.Epoch == Epoch && author.Role switch
    {
        AuthorRole.Bot => Owner is Owner.Bot or Owner.Queue,
        AuthorRole.Agent => Owner == Owner.Agent && OwnerAgentId == author.Id,
        AuthorRole.System => true,
        AuthorRole.Customer => true,
        _ => false,
    });

    /// <summary>Whether the customer's next line should start a new one: closed, or left silent with the bot, before that moment.</summary>
    public bool IsOver(DateTime before) => ClosedAt < before || (Owner == Owner.Bot && LastSeq > 0 && LastStamp < before);

    private void Give(Owner owner, string? agentId)
    {
        Owner = owner;
        OwnerAgentId = agentId;
        Epoch++;
        ClosedAt = null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> conversation)
        {
            conversation.ToTable("conversation");
            conversation.Property(c => c.Id).HasMaxLength(64);
            conversation.Property(c => c.CustomerId).HasMaxLength(64);
            conversation.Property(c => c.Channel).HasMaxLength(32);
            conversation.Property(c => c.Language).HasMaxLength(8);
            conversation.Property(c => c.AddressHash).HasMaxLength(64);
            conversation.Property(c => c.OwnerAgentId).HasMaxLength(64);
            conversation.Ignore(c => c.Bot).Ignore(c => c.Sender).Ignore(c => c.Twins).Ignore(c => c.Reference).Ignore(c => c.UserId).Ignore(c => c.IsVouched);
            conversation.HasIndex(c => new { c.CustomerId, c.StartedAt });
            conversation.HasIndex(c => new { c.Owner, c.OwnerAgentId });
            conversation.HasIndex(c => new { c.CustomerSpoke, c.StartedAt });
        }
    }
}
