using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;

namespace Warmline.Handoff.Agents;

/// <summary>Whether an agent takes chats now: what they chose, and when their desk was last seen.</summary>
internal sealed class AgentPresence
{
    public required string AgentId { get; init; }
    public bool OnDuty { get; set; }
    public DateTime SeenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<AgentPresence>
    {
        public void Configure(EntityTypeBuilder<AgentPresence> presence)
        {
            presence.ToTable("agent_presence");
            presence.HasKey(p => p.AgentId);
            presence.Property(p => p.AgentId).HasMaxLength(64);
        }
    }
}

/// <summary>Who is at the desk. A page beats every <see cref="BeatEvery"/>; whose beat is missing is away, whatever they chose.</summary>
internal sealed class Presence(HandoffDatabase database, ConversationBell bell, TimeProvider time)
{
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MissingAfter = BeatEvery * 3;

    /// <summary>The agent's desk is open.</summary>
    public Task BeatAsync(string agentId, CancellationToken cancellationToken) => SetAsync(agentId, onDuty: null, cancellationToken);

    /// <summary>The agent goes on or off duty.</summary>
    public async Task ChooseAsync(string agentId, bool onDuty, CancellationToken cancellationToken)
    {
        await SetAsync(agentId, onDuty, cancellationToken);
        bell.Ring(ConversationBell.Queue);
    }

    public async Task<bool> IsOnDutyAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        return await db.Set<AgentPresence>().Where(p => p.AgentId == agentId).Select(p => p.OnDuty).SingleOrDefaultAsync(cancellationToken);
    }

    public static Task<bool> AnyoneOnDutyAsync(HandoffDb db, DateTime now)
    {
        var since = now - MissingAfter;
        return db.Set<AgentPresence>().AnyAsync(p => p.OnDuty && p.SeenAt > since);
    }

    private Task<bool> SetAsync(string agentId, bool? onDuty, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return database.WriteAsync(async db =>
        {
            var presence = await db.Set<AgentPresence>().FindAsync(agentId);
            if (presence is null)
            {
                presence = new AgentPresence { AgentId = agentId, OnDuty = true };
                db.Add(presence);
            }

            presence.SeenAt = now;
            presence.OnDuty = onDuty ?? presence.OnDuty;
            return true;
        }, cancellationToken);
    }
}
