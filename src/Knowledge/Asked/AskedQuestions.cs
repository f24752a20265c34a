using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Asked;

/// <summary>What customers asked, for those who write the articles. The host tells it, in its own time, from what it keeps of each turn.</summary>
public sealed class AskedQuestions
{
    private const int MostPurgedAtOnce = 5000;
    private readonly ArticleLedger _ledger;
    private readonly KnowledgeOptions _options;
    private readonly TimeProvider _time;

    internal AskedQuestions(ArticleLedger ledger, IOptions<KnowledgeOptions> options, TimeProvider time) =>
        (_ledger, _options, _time) = (ledger, options.Value, time);

    /// <summary>
    /// Stores questions, joins votes and handoffs to those before them. Turns of one conversation come in their order, by one call after
    /// the other; a turn told again changes nothing. All of them are stored, or none.
    /// </summary>
    public Task TakeAsync(IReadOnlyCollection<AskedTurn> turns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return turns.Count == 0 ? Task.CompletedTask : _ledger.ChangeAsync(
            async change =>
            {
                var ids = turns.Select(turn => turn.ConversationId).Distinct().ToList();
                var known = await change.Db.Questions.Where(q => ids.Contains(q.ConversationId)).ToListAsync(cancellationToken);
                foreach (var conversation in turns.GroupBy(turn => turn.ConversationId))
                {
                    var story = new QuestionStory(known.Where(q => q.ConversationId == conversation.Key));
                    change.Db.AddRange(conversation.OrderBy(turn => turn.Seq).Select(story.Take).OfType<CustomerQuestion>().ToList());
                }

                return true;
            },
            cancellationToken);
    }

    /// <summary>Removes what is older than <see cref="KnowledgeOptions.KeepQuestionsFor"/>; the number of questions removed. Bounded: call it again and again.</summary>
    public Task<int> PurgeAsync(CancellationToken cancellationToken)
    {
        var before = _time.GetUtcNow().UtcDateTime - _options.KeepQuestionsFor;
        return _ledger.ChangeAsync(
            async change =>
            {
                await change.Db.Reports.Where(r => r.At < before).ExecuteDeleteAsync(cancellationToken);
                await change.Db.Dismissals.Where(d => d.At < before).ExecuteDeleteAsync(cancellationToken);
                var last = await change.Db.Questions.Where(q => q.At < before).OrderBy(q => q.At).Skip(MostPurgedAtOnce).Select(q => (DateTime?)q.At)
                    .FirstOrDefaultAsync(cancellationToken) ?? before;
                return await change.Db.Questions.Where(q => q.At < last).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>A conversation is erased: nothing that was asked in it stays.</summary>
    public Task ForgetAsync(string conversationId, CancellationToken cancellationToken) => _ledger.ChangeAsync(
        async change =>
        {
            await change.Db.Reports.Where(r => r.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);

            // The customer's words are kept with a dismissed topic only while somebody else used them too.
            await change.Db.DismissedWordings
                .Where(w => change.Db.Questions.Any(q => q.ConversationId == conversationId && q.NormalForm == w.NormalForm)
                    && !change.Db.Questions.Any(q => q.ConversationId != conversationId && q.NormalForm == w.NormalForm))
                .ExecuteDeleteAsync(cancellationToken);
            return await change.Db.Questions.Where(q => q.ConversationId == conversationId).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);
}
