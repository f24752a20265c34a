using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Customers;

/// <summary>
/// That the shop vouched for the customer of a conversation. Written from a signed identity only, never from anything a customer says;
/// one identity counts for one visitor and one conversation, and is remembered until it lapses, so that nobody else shows it again.
/// It may stand before the conversation's first line.
/// </summary>
internal sealed class VouchRecord
{
    public static readonly Statement Read = new(
        """SELECT "UserId", "ShopId", "Email", "Phone", "Name", "Until" FROM "vouch" WHERE "ConversationId" = @id""");

    /// <summary>Which signed identity this was.</summary>
    public required string TokenKey { get; init; }
    public required string UserId { get; init; }

    /// <summary>Null: it does not count any more.</summary>
    public string? ConversationId { get; set; }
    public required string ShopId { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public string? Name { get; init; }
    public required DateTime Until { get; init; }

    public static (string UserId, VouchedCustomer Customer) From(Row row) =>
        (row.Text(0), new VouchedCustomer(row.Text(1), row.Moment(5)) { Email = row.TextOrNone(2), Phone = row.TextOrNone(3), Name = row.TextOrNone(4) });

    internal sealed class Mapping : IEntityTypeConfiguration<VouchRecord>
    {
        public void Configure(EntityTypeBuilder<VouchRecord> vouch)
        {
            vouch.ToTable("vouch");
            vouch.HasKey(v => v.TokenKey);
            vouch.Property(v => v.ConversationId).HasMaxLength(64);
            vouch.Property(v => v.UserId).HasMaxLength(128);
            vouch.Property(v => v.TokenKey).HasMaxLength(64);
            vouch.Property(v => v.ShopId).HasMaxLength(80);
            vouch.Property(v => v.Email).HasMaxLength(254);
            vouch.Property(v => v.Phone).HasMaxLength(40);
            vouch.Property(v => v.Name).HasMaxLength(120);
            vouch.HasIndex(v => v.ConversationId);
            vouch.HasIndex(v => v.UserId);
            vouch.HasIndex(v => v.Until);
        }
    }
}
