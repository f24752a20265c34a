using Microsoft.EntityFrameworkCore;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Data;
using Warmline.Handoff.Data.Sql;

namespace Warmline.Handoff.Policy;

/// <summary>
/// Turns in which the shop's articles were asked, an answer was judged, or a person was called: for whoever learns from them, beside the
/// turn and after it. A turn stays here until it was told; it may be told more than once.
/// </summary>
public sealed class KnowledgeTurns
{
    private const string Lease = "knowledge_turns";
    private static readonly Statement Told = new("""
        UPDATE "decision" SET "ToTell" = NULL WHERE "ConversationId" = @id AND "Seq" = @seq
        """);

    private readonly HandoffDatabase _database;
    private readonly TimeProvider _time;

    internal KnowledgeTurns(HandoffDatabase database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>True for one node at a time; the others need not read the same.</summary>
    public Task<bool> TakeLeaseAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        ClockLease.TakeAsync(_database, Lease, duration, _time.GetUtcNow().UtcDateTime, cancellationToken);

    /// <summary>Turns that were not told yet; those of one conversation in their order.</summary>
    public async Task<IReadOnlyList<KnowledgeTurn>> ReadAsync(int max, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var waiting = await (
            from decision in db.Set<DecisionRecord>()
            where decision.ToTell == true
            join line in db.Set<LogLine>() on new { decision.ConversationId, decision.Seq } equals new { line.ConversationId, line.Seq } into lines
            from line in lines.DefaultIfEmpty()
            orderby decision.ConversationId, decision.Seq
            select new { decision.ConversationId, decision.Seq, decision.Insight, At = (DateTime?)line.Stamp }).Take(max).ToListAsync(cancellationToken);
        var now = _time.GetUtcNow().UtcDateTime;
        return [.. waiting.Select(turn => new KnowledgeTurn(turn.ConversationId, turn.Seq, turn.At ?? now, InsightText.Read<TurnInsight>(turn.Insight)))];
    }

    /// <summary>These were told, and what was learned is stored.</summary>
    public Task ToldAsync(IReadOnlyList<KnowledgeTurn> turns, CancellationToken cancellationToken) => _database.WriteAsync(async db =>
    {
        var round = db.NewRound();
        foreach (var turn in turns)
        {
            round.Do(Told, turn.ConversationId, turn.Seq);
        }

        await round.GoAsync();
        return true;
    }, cancellationToken);
}

/// <summary>A turn to learn from. <see cref="At"/> is UTC; <see cref="Insight"/> is null where another version wrote it in another shape.</summary>
public sealed record KnowledgeTurn(string ConversationId, long Seq, DateTime At, TurnInsight? Insight);
