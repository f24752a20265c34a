using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Customers;

/// <summary>
/// What a customer for whom the shop vouched said of themselves: it need not be said again in their next conversation. How to reach them and
/// where they live, nothing of what a conversation was about; forgotten after a year in which they did not say it again.
/// </summary>
internal sealed class KnownFact
{
    public static readonly Statement Read = new(
        """
        SELECT k."ShopId", k."Name", k."Value" FROM "known_fact" k WHERE k."ShopId" IN (SELECT v."ShopId" FROM "vouch" v WHERE v."ConversationId" = @id)
        """);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);
    private static readonly string[] Kept = ["email", "phone", "country"];

    /// <summary>The shop's id of the customer.</summary>
    public required string ShopId { get; init; }
    public required string Name { get; init; }
    public required string Value { get; set; }
    public required DateTime At { get; set; }

    public static (string ShopId, string Name, string Value) From(Row row) => (row.Text(0), row.Text(1), row.Text(2));

    public static async Task LearnAsync(HandoffDb db, string shopId, IReadOnlyList<Fact> facts, DateTime now)
    {
        foreach (var fact in facts.Where(fact => Kept.Contains(fact.Name)))
        {
            if (await db.Set<KnownFact>().FindAsync(shopId, fact.Name) is not { } known)
            {
                db.Add(new KnownFact { ShopId = shopId, Name = fact.Name, Value = fact.Value, At = now });
            }
            else
            {
                (known.Value, known.At) = (fact.Value, now);
            }
        }
    }

    public static Task<int> ForgetAsync(HandoffDb db, DateTime now) => db.Set<KnownFact>().Where(fact => fact.At < now - KeptFor).ExecuteDeleteAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<KnownFact>
    {
        public void Configure(EntityTypeBuilder<KnownFact> fact)
        {
            fact.ToTable("known_fact");
            fact.HasKey(f => new { f.ShopId, f.Name });
            fact.HasIndex(f => f.At);
            fact.Property(f => f.ShopId).HasMaxLength(80);
            fact.Property(f => f.Name).HasMaxLength(64);
            fact.Property(f => f.Value).HasMaxLength(1000);
        }
    }
}
