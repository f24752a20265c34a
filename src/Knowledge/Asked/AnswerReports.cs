using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Editing;
using Warmline.Knowledge.Data;

namespace Warmline.Knowledge.Asked;

/// <summary>What the shop's people say of answers: this one is wrong, this chat makes an article.</summary>
public sealed class AnswerReports
{
    private readonly KnowledgeDatabase _database;
    private readonly ArticleLedger _ledger;
    private readonly QuestionDrafts _drafts;
    private readonly TimeProvider _time;

    internal AnswerReports(KnowledgeDatabase database, ArticleLedger ledger, QuestionDrafts drafts, TimeProvider time) =>
        (_database, _ledger, _drafts, _time) = (database, ledger, drafts, time);

    /// <summary>The line <paramref name="seq"/> shows a wrong answer. Of several who say so the first is kept. False: no article has that key.</summary>
    public Task<bool> ReportAsync(
        string conversationId, long seq, string articleKey, string language, string byId, string byName, CancellationToken cancellationToken) => _ledger.ChangeAsync(
        async change =>
        {
            if (!await change.Db.Articles.AnyAsync(a => a.Key == articleKey, cancellationToken))
            {
                return false;
            }

            if (await change.Db.Reports.FindAsync([conversationId, seq], cancellationToken) is null)
            {
                change.Db.Add(new AnswerReport(conversationId, seq, articleKey, language, _time.GetUtcNow().UtcDateTime) { ById = byId, ByName = byName });
            }

            return true;
        },
        cancellationToken);

    /// <summary>The lines of a conversation that were reported.</summary>
    public async Task<IReadOnlyList<long>> ReportedAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Reports.Where(r => r.ConversationId == conversationId).Select(r => r.Seq).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// A draft from a chat a person solved: the first question is its title, all of them its variants, the person's lines its answer,
    /// personal data masked. The same chat again gives the same draft. Its key, or null: there was nothing to make it from.
    /// </summary>
    public Task<string?> DraftFromChatAsync(
        string conversationId, string language, IReadOnlyList<string> questions, IReadOnlyList<string> answers, string byId, string byName,
        CancellationToken cancellationToken) =>
        _drafts.FromChatAsync(new Editor(byId, byName, [Editor.WriterRole]), (conversationId, language), questions, answers, cancellationToken);

    /// <summary>The newest first, each with the question it answered; with those that are settled, or without.</summary>
    internal async Task<IReadOnlyList<ReportedAnswer>> ListAsync(bool withSettled, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        var found = await db.Reports.AsNoTracking().Where(r => withSettled || r.SettledAt == null).OrderByDescending(r => r.At).ThenBy(r => r.ConversationId).ThenBy(r => r.Seq)
            .Skip(skip).Take(take)
            .Select(r => new { Report = r, Question = db.Questions.Where(q => q.ConversationId == r.ConversationId && q.Seq < r.Seq).OrderByDescending(q => q.Seq).Select(q => q.Words).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. found.Select(one => new ReportedAnswer(one.Report, one.Question))];
    }

    internal async Task<int> CountAsync(bool withSettled, CancellationToken cancellationToken)
    {
        await using var db = _database.Open();
        return await db.Reports.CountAsync(r => withSettled || r.SettledAt == null, cancellationToken);
    }

    /// <summary>An editor has dealt with it. False: no right, or no such report.</summary>
    internal Task<bool> SettleAsync(Editor editor, string conversationId, long seq, CancellationToken cancellationToken) => _ledger.ChangeAsync(
        async change =>
        {
            var report = editor.MayWrite ? await change.Db.Reports.FindAsync([conversationId, seq], cancellationToken) : null;
            report?.Settle(editor.Name, _time.GetUtcNow().UtcDateTime);
            return report is not null;
        },
        cancellationToken);
}
