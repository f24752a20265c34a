using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Promises;

/// <summary>
/// One place in a slot. Its key is the slot and the number of the place: of two who want the last place at once the database
/// takes one row, and the other looks again and finds the slot full.
/// </summary>
internal sealed class CallPlace
{
    /// <summary>
    /// Taken for sure when a slot has just become full under one's hands: storing it fails on the key, and the write runs again
    /// over what is true now.
    /// </summary>
    public const int TakenMeanwhile = 1;

    public required DateTime SlotAt { get; init; }
    public required int Place { get; init; }
    public required string Reference { get; init; }

    /// <summary>The number of a free place; null when there is none. Who has a place there already keeps it: 0.</summary>
    public static async Task<int?> FindAsync(HandoffDb db, DateTime slotAt, int places, string? reference)
    {
        var taken = await db.Set<CallPlace>().AsNoTracking().Where(p => p.SlotAt == slotAt).ToListAsync();
        if (taken.Exists(p => p.Reference == reference))
        {
            return 0;
        }

        var free = Enumerable.Range(1, places).Except(taken.Select(p => p.Place)).FirstOrDefault();
        return free == 0 ? null : free;
    }

    /// <summary>Takes a place that was found, and leaves the one before.</summary>
    public static async Task TakeAsync(HandoffDb db, DateTime slotAt, int place, string reference)
    {
        if (place > 0)
        {
            await FreeAsync(db, reference);
            db.Add(new CallPlace { SlotAt = slotAt, Place = place, Reference = reference });
        }
    }

    public static Task FreeAsync(HandoffDb db, string reference) =>
        db.Set<CallPlace>().Where(p => p.Reference == reference).ExecuteDeleteAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<CallPlace>
    {
        public void Configure(EntityTypeBuilder<CallPlace> place)
        {
            place.ToTable("callback_place");
            place.HasKey(p => new { p.SlotAt, p.Place });
            place.Property(p => p.Reference).HasMaxLength(16);
            place.HasIndex(p => p.Reference);
        }
    }
}
