using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Warmline.Handoff.Data;

/// <summary>Work that only one node does at a time.</summary>
internal sealed class ClockLease
{
    public required string Name { get; init; }
    public DateTime Until { get; set; }

    /// <summary>True for one caller until the time is over.</summary>
    public static async Task<bool> TakeAsync(HandoffDatabase database, string name, TimeSpan duration, DateTime now, CancellationToken cancellationToken)
    {
        var until = now + duration;
        return await database.WriteAsync(async db =>
        {
            if (await db.Set<ClockLease>().Where(l => l.Name == name && l.Until <= now).ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, until)) == 1)
            {
                return true;
            }

            if (await db.Set<ClockLease>().AnyAsync(l => l.Name == name))
            {
                return false;
            }

            db.Add(new ClockLease { Name = name, Until = until });
            return true;
        }, cancellationToken);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ClockLease>
    {
        public void Configure(EntityTypeBuilder<ClockLease> lease)
        {
            lease.ToTable("clock_lease");
            lease.HasKey(l => l.Name);
            lease.Property(l => l.Name).HasMaxLength(64);
        }
    }
}
