using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>What customers read: publish, at once or at a time; take away; take a publish back.</summary>
internal sealed class ArticlePublishing(ArticleLedger ledger, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The draft of that version goes live: what the editor looked at, or nothing.</summary>
    public Task<EditResult> PublishAsync(
        Editor editor, string key, string language, long draft, string? comment, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (article, edition) = await change.FindAsync(key, language, cancellationToken);
            if (await CheckAsync(change, (article, edition), editor, draft, cancellationToken) is { } refused)
            {
                return refused;
            }

            var number = change.Note(edition!.Publish(editor, Now, ArticleEditing.Comment(comment)));
            await HoldAsync(change, article!, edition, cancellationToken);
            change.IsShown = true;
            return EditResult.Done(number);
        },
        cancellationToken);

    /// <summary>
    /// The draft of that version goes live at <paramref name="local"/>, a time of the shop's clocks (see <see cref="LocalTimes"/>
    /// for times that a change of the clocks leaves out or brings twice). Scheduling again replaces the time; writing on does not.
    /// </summary>
    public Task<EditResult> ScheduleAsync(
        Editor editor, string key, string language, long draft, DateTime local, string? comment, CancellationToken cancellationToken)
    {
        var (at, shift) = LocalTimes.ToUtc(local, options.Value.TimeZone);
        return at <= Now ? Task.FromResult(EditResult.Refused(EditRefusal.TimeHasPassed)) : ledger.ChangeAsync(
            async change =>
            {
                var (article, edition) = await change.FindAsync(key, language, cancellationToken);
                return await CheckAsync(change, (article, edition), editor, draft, cancellationToken) is { } refused ? refused
                    : EditResult.Done(change.Note(edition!.Schedule(editor, Now, at, ArticleEditing.Comment(comment)))) with { GoesLiveAt = at, Shift = shift };
            },
            cancellationToken);
    }

    public Task<EditResult> CancelScheduleAsync(Editor editor, string key, string language, string? comment, CancellationToken cancellationToken) =>
        OnVersionAsync(editor, key, language, edition => edition.ScheduledNumber, (change, edition, scheduled) =>
            Task.FromResult<ArticleVersion?>(edition.CancelSchedule(scheduled, editor, Now, ArticleEditing.Comment(comment))), cancellationToken);

    /// <summary>
    /// What was live before <paramref name="live"/> is live again, or nothing if nothing was. Needs no second person: those words
    /// were seen by one already. Refused as Changed when something else is live by now.
    /// </summary>
    public Task<EditResult> UndoPublishAsync(
        Editor editor, string key, string language, int live, string? comment, CancellationToken cancellationToken) =>
        OnVersionAsync(editor, key, language, edition => edition.PublishedNumber is null ? null : live, async (change, edition, version) =>
        {
            if (edition.PublishedNumber != live)
            {
                return null;
            }

            var before = await change.VersionAsync(edition, version.Replaced, cancellationToken);
            change.IsShown = true;
            return edition.Undo(version, before, editor, Now, ArticleEditing.Comment(comment));
        }, cancellationToken);

    /// <summary>Puts it away: no customer reads it, no schedule brings it back, its history stays.</summary>
    public Task<EditResult> ArchiveAsync(Editor editor, string key, string language, string? comment, CancellationToken cancellationToken) =>
        TakeAwayAsync(editor, key, language, archive: true, comment, cancellationToken);

    /// <summary>Takes it from the customers; the draft stays to be worked on.</summary>
    public Task<EditResult> WithdrawAsync(Editor editor, string key, string language, string? comment, CancellationToken cancellationToken) =>
        TakeAwayAsync(editor, key, language, archive: false, comment, cancellationToken);

    /// <summary>Publishes what is due and says how much that was. Several nodes may do it at once.</summary>
    internal async Task<int> PublishDueAsync(IReadOnlyList<(string Key, string Language)> due, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var (key, language) in due)
        {
            done += await ledger.ChangeAsync(change => PublishDueAsync(change, key, language, cancellationToken), cancellationToken) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> PublishDueAsync(ArticleChange change, string key, string language, CancellationToken cancellationToken)
    {
        var (article, edition) = await change.FindAsync(key, language, cancellationToken);
        if (edition is null || edition.ScheduledFor is not { } at || at > Now
            || await change.VersionAsync(edition, edition.ScheduledNumber, cancellationToken) is not { } scheduled)
        {
            return false;
        }

        change.Note(edition.PublishScheduled(scheduled, Now));
        await HoldAsync(change, article!, edition, cancellationToken);
        change.IsShown = true;
        return true;
    }

    // A translation is held against what the source says now; translations older than the source's first words are held against those.
    internal static async Task HoldAsync(ArticleChange change, Article article, ArticleEdition edition, CancellationToken cancellationToken)
    {
        if (edition.Language != article.SourceLanguage)
        {
            edition.HoldAgainst(await ArticleEditing.SourceHashAsync(change, article, cancellationToken));
            return;
        }

        var waiting = await change.Db.Editions.Where(e => e.ArticleKey == article.Key && e.Language != edition.Language && e.TranslatedFrom == null)
            .ToListAsync(cancellationToken);
        waiting.ForEach(translation => translation.HoldAgainst(edition.PublishedHash));
    }

    private async Task<EditResult?> CheckAsync(
        ArticleChange change, (Article? Article, ArticleEdition? Edition) of, Editor editor, long draft, CancellationToken cancellationToken)
    {
        var (article, edition) = of;
        var refusal = ArticleEditing.Check(editor, edition, draft)
            ?? EditRights.ToPublish(article!, edition!, options.Value.ArticlesNeedReview, editor)
            ?? (edition!.State is ArticleState.Published or ArticleState.Archived ? EditRefusal.WrongState : null);
        if (refusal is { } reason)
        {
            return EditResult.Refused(reason);
        }

        var content = ContentJson.Read(edition!.Draft);
        var problems = await PublishCheck.OfAsync(change.Db, content, edition.Language, options.Value.Placeholders(), cancellationToken);
        return problems.Count > 0 ? EditResult.Invalid(problems) : null;
    }

    private Task<EditResult> TakeAwayAsync(
        Editor editor, string key, string language, bool archive, string? comment, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (_, edition) = await change.FindAsync(key, language, cancellationToken);
            var nothingToDo = archive ? edition?.State == ArticleState.Archived : edition?.PublishedNumber is null;
            if ((ArticleEditing.Check(editor, edition, null) ?? (nothingToDo ? EditRefusal.WrongState : null)) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            change.IsShown = edition!.PublishedNumber is not null;
            return EditResult.Done(change.Note(edition.TakeAway(archive, editor, Now, ArticleEditing.Comment(comment))));
        },
        cancellationToken);

    // A move about one version of the history; null from the move: it is about another one by now.
    private Task<EditResult> OnVersionAsync(
        Editor editor, string key, string language, Func<ArticleEdition, int?> which,
        Func<ArticleChange, ArticleEdition, ArticleVersion, Task<ArticleVersion?>> move, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (_, edition) = await change.FindAsync(key, language, cancellationToken);
            if (ArticleEditing.Check(editor, edition, null) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            if (which(edition!) is not { } number || await change.VersionAsync(edition!, number, cancellationToken) is not { } version)
            {
                return EditResult.Refused(EditRefusal.WrongState);
            }

            return await move(change, edition!, version) is { } line ? EditResult.Done(change.Note(line)) : EditResult.Refused(EditRefusal.Changed);
        },
        cancellationToken);
}
