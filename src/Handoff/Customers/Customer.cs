using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Customers;

/// <summary>Somebody who writes to the shop, known by one identity per channel.</summary>
internal sealed class Customer
{
    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string UserId { get; init; }
    public string? Name { get; set; }
    public required DateTime FirstSeenAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Customer>
    {
        public void Configure(EntityTypeBuilder<Customer> customer)
        {
            customer.ToTable("customer");
            customer.Property(c => c.Id).HasMaxLength(64);
            customer.Property(c => c.Channel).HasMaxLength(32);
            customer.Property(c => c.UserId).HasMaxLength(128);
            customer.Property(c => c.Name).HasMaxLength(100);
            customer.HasIndex(c => new { c.Channel, c.UserId }).IsUnique();
        }
    }
}
