using Warmline.Handoff.Conversations;
using Warmline.Handoff.Observing;

namespace Warmline.Handoff.Data;

/// <summary>What a write wants told once it is durable: never before, and once although its work may run again.</summary>
internal sealed class AfterCommit(ConversationBell bell, TurnMemory turns)
{
    private readonly HashSet<string> _rings = new(StringComparer.Ordinal);
    private readonly List<LeasedReader> _handed = [];
    private readonly List<string> _forgotten = [];
    private readonly Dictionary<AuthorRole, int> _lines = [];

    /// <summary>The work begins, perhaps anew.</summary>
    public HandoffDb Begin(HandoffDb db)
    {
        _rings.Clear();
        _handed.Clear();
        _forgotten.Clear();
        _lines.Clear();
        db.Begin(this);
        return db;
    }

    public void Appended(string conversationId, AuthorRole role)
    {
        _rings.Add(conversationId);
        _lines[role] = _lines.GetValueOrDefault(role) + 1;
    }

    public void Ring(string topic) => _rings.Add(topic);

    /// <summary>Until when a reader may be leased with this very write, for somebody in this process to take it over at once; null: there is nobody.</summary>
    public DateTime? LeaseFor(ReaderKind kind, DateTime now) => bell.IsServed(kind) ? Reader.LeaseFrom(now) : null;

    /// <summary>The reader was leased with this write.</summary>
    public void Hand(LeasedReader reader) => _handed.Add(reader);

    /// <summary>What this process remembers of the conversation is not all any more.</summary>
    public void Forget(string conversationId) => _forgotten.Add(conversationId);

    public void Tell(HandoffMetrics metrics)
    {
        metrics.Appended(_lines);
        _forgotten.ForEach(turns.Forget);
        _handed.ForEach(bell.Hand);
        foreach (var topic in _rings)
        {
            bell.Ring(topic);
        }
    }
}
