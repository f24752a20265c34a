using Microsoft.EntityFrameworkCore;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Asked.Topics;

/// <summary>Sending topics away that no article should answer, and bringing them back.</summary>
internal sealed class TopicDismissals(ArticleLedger ledger, AskedTopics topics, TimeProvider time)
{
    /// <summary>
    /// The topic stays away until clearly more people ask it than had when it was dismissed; whatever period the editor looked at, all of
    /// its questions are meant. False: no right, or there is no such topic any more.
    /// </summary>
    public async Task<bool> DismissAsync(Editor editor, string id, string language, DateTime since, CancellationToken cancellationToken)
    {
        if (!editor.MayWrite || await topics.FindAsync(id, language, since, cancellationToken) is not { } topic)
        {
            return false;
        }

        var ever = (await topics.ListAsync(language, DateTime.UnixEpoch, 1, cancellationToken)).FirstOrDefault(other => other.Wordings.Contains(topic.Wordings[0]));
        await ReplaceAsync(topic.Wordings, language, Dismissed(editor, language, topic, ever ?? topic), cancellationToken);
        return true;
    }

    /// <summary>As if nobody had dismissed it. False: no right, or there is no such topic any more.</summary>
    public async Task<bool> BringBackAsync(Editor editor, string id, string language, DateTime since, CancellationToken cancellationToken)
    {
        if (!editor.MayWrite || await topics.FindAsync(id, language, since, cancellationToken) is not { } topic)
        {
            return false;
        }

        await ReplaceAsync([.. topic.Wordings, .. topic.DismissedWordings], language, null, cancellationToken);
        return true;
    }

    private TopicDismissal Dismissed(Editor editor, string language, AskedTopic topic, AskedTopic ever)
    {
        var dismissal = new TopicDismissal(Guid.NewGuid().ToString("N"), language, time.GetUtcNow().UtcDateTime)
        {
            ById = editor.Id,
            ByName = editor.Name,
            Conversations = Math.Max(topic.Conversations, ever.Conversations),
        };
        dismissal.Wordings.AddRange(topic.Wordings.Union(ever.Wordings).Take(TopicDismissal.MostWordings).Select(words => new DismissedWording(dismissal.Id, words)));
        return dismissal;
    }

    private async Task ReplaceAsync(IReadOnlyCollection<string> wordings, string language, TopicDismissal? dismissal, CancellationToken cancellationToken)
    {
        await ledger.ChangeAsync(
            async change =>
            {
                var known = await change.Db.Dismissals.Include(one => one.Wordings).Where(one => one.Language == language).ToListAsync(cancellationToken);
                change.Db.RemoveRange(known.Where(one => one.Wordings.Exists(wording => wordings.Contains(wording.NormalForm))));
                if (dismissal is not null)
                {
                    change.Db.Add(dismissal);
                }

                return true;
            },
            cancellationToken);
        topics.Forget();
    }
}
