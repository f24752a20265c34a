using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Delivery;

/// <summary>Where a pushed channel wants a conversation's lines. A conversation has one address for life; what reaches it may move.</summary>
internal sealed class ChannelAddress
{
    public required string ConversationId { get; init; }

    /// <summary>SHA-256 of the channel and its own conversation id.</summary>
    public required string AddressKey { get; init; }

    /// <summary>How to reach it, as the host's sender wrote it (a conversation reference); refreshed by every line that arrives.</summary>
    public required string Reference { get; set; }

    public static string KeyOf(string channel, string channelConversationId) => Hash($"{channel}\n{channelConversationId}");

    /// <summary>
    /// The id of the conversation that follows another one at an address. Not random: of two first lines at once, the database lets
    /// one start the conversation and the other finds it.
    /// </summary>
    public static string NextConversationId(string addressKey, string? before) => Hash($"{addressKey}\n{before}")[..32];

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal sealed class Mapping : IEntityTypeConfiguration<ChannelAddress>
    {
        public void Configure(EntityTypeBuilder<ChannelAddress> address)
        {
            address.ToTable("channel_address");
            address.HasKey(a => a.ConversationId);
            address.Property(a => a.ConversationId).HasMaxLength(64);
            address.Property(a => a.AddressKey).HasMaxLength(64);
            address.HasIndex(a => a.AddressKey);
            address.HasOne<Conversation>().WithOne().HasForeignKey<ChannelAddress>(a => a.ConversationId);
        }
    }
}
