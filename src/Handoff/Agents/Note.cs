using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Agents;

/// <summary>What agents tell each other about a conversation. A table of its own that no channel reads.</summary>
internal sealed class Note
{
    public long Id { get; init; }
    public required string ConversationId { get; init; }
    public required string AgentId { get; init; }
    public required string AgentName { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> note)
        {
            note.ToTable("note");
            note.Property(n => n.ConversationId).HasMaxLength(64);
            note.Property(n => n.AgentId).HasMaxLength(64);
            note.Property(n => n.AgentName).HasMaxLength(100);
            note.Property(n => n.Text).HasMaxLength(4000);
            note.HasIndex(n => n.ConversationId);
        }
    }
}

/// <summary>Notes of a conversation.</summary>
internal sealed class Notes(HandoffDatabase database, TimeProvider time)
{
    public Task AddAsync(Agent agent, string conversationId, string text, CancellationToken cancellationToken) =>
        database.WriteAsync(db =>
        {
            db.Add(new Note
            {
                ConversationId = conversationId,
                AgentId = agent.Id,
                AgentName = agent.Name,
                Text = text.Trim(),
                At = time.GetUtcNow().UtcDateTime,
            });
            return Task.FromResult(true);
        }, cancellationToken);

    public async Task<IReadOnlyList<Note>> ListAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<Note>().AsNoTracking().Where(n => n.ConversationId == conversationId).OrderBy(n => n.Id).ToListAsync(cancellationToken);
    }
}
