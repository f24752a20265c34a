using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Asked.Topics;

/// <summary>A question that got no good answer.</summary>
internal sealed record BadQuestion(CustomerQuestion Question, bool IsReported)
{
    /// <summary>The newest of a language since a moment.</summary>
    public static async Task<IReadOnlyList<BadQuestion>> ReadAsync(
        KnowledgeDatabase database, string language, DateTime from, int most, CancellationToken cancellationToken)
    {
        await using var db = database.Open();
        // The question a reported line answers is the last one before that line.
        var reported = await db.Reports.Where(r => r.Language == language && r.At >= from)
            .Select(r => new { r.ConversationId, Seq = db.Questions.Where(q => q.ConversationId == r.ConversationId && q.Seq < r.Seq).Max(q => (long?)q.Seq) })
            .ToListAsync(cancellationToken);
        var marked = reported.Where(r => r.Seq is not null).Select(r => (r.ConversationId, r.Seq!.Value)).ToHashSet();
        var conversations = marked.Select(one => one.ConversationId).Distinct().ToList();
        var questions = await db.Questions.AsNoTracking()
            .Where(q => q.Language == language && q.At >= from && q.Takes == null && (q.Outcome == AskedOutcome.None
                || (q.Outcome == AskedOutcome.Choices && q.TakenKey == null) || q.Helped == false || (q.LedToPerson && q.Helped == null)
                || (q.BeganHandoff && q.Confidence < CustomerQuestion.Doubtful) || conversations.Contains(q.ConversationId)))
            .OrderByDescending(q => q.At).ThenBy(q => q.ConversationId).ThenBy(q => q.Seq).Take(most).ToListAsync(cancellationToken);
        return [.. questions.Select(q => new BadQuestion(q, marked.Contains((q.ConversationId, q.Seq)))).Where(bad => bad.IsReported || IsBad(bad.Question))];
    }

    private static bool IsBad(CustomerQuestion q) => q.Outcome == AskedOutcome.None || q is { Outcome: AskedOutcome.Choices, TakenKey: null } || q.Helped == false
        || (q.LedToPerson && q.Helped is null) || (q.BeganHandoff && q.Confidence < CustomerQuestion.Doubtful);
}
