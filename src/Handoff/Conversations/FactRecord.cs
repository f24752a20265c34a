using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Conversations;

/// <summary>Something known about the customer's matter; the newest value of a name counts.</summary>
internal sealed class FactRecord
{
    public static readonly Statement Read = new("""SELECT "Name", "Value" FROM "fact" WHERE "ConversationId" = @id""");

    public required string ConversationId { get; init; }
    public required string Name { get; init; }
    public required string Value { get; set; }
    public required long Seq { get; set; }

    public static KeyValuePair<string, string> From(Row row) => new(row.Text(0), row.Text(1));

    public static async Task LearnAsync(HandoffDb db, string conversationId, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            var known = await db.Set<FactRecord>().FindAsync(conversationId, fact.Name);
            if (known is null)
            {
                db.Add(new FactRecord { ConversationId = conversationId, Name = fact.Name, Value = fact.Value, Seq = fact.Seq });
            }
            else
            {
                (known.Value, known.Seq) = (fact.Value, fact.Seq);
            }
        }
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FactRecord>
    {
        public void Configure(EntityTypeBuilder<FactRecord> fact)
        {
            fact.ToTable("fact");
            fact.HasKey(f => new { f.ConversationId, f.Name });
            fact.Property(f => f.ConversationId).HasMaxLength(64);
            fact.Property(f => f.Name).HasMaxLength(64);
            fact.Property(f => f.Value).HasMaxLength(1000);
        }
    }
}
