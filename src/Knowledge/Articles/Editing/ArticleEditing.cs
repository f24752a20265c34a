using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Warmline.Knowledge.Articles.Editing;

/// <summary>Writing: what becomes of drafts and of an article's properties. Customers see nothing of it but changed properties.</summary>
internal sealed class ArticleEditing(ArticleLedger ledger, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A new article without a word in any language.</summary>
    public async Task<EditResult> CreateAsync(Editor editor, string key, ArticleProperties properties, CancellationToken cancellationToken)
    {
        if (!editor.MayWrite)
        {
            return EditResult.Refused(EditRefusal.NoRight);
        }

        if (!ArticleKeys.IsKey(key))
        {
            return EditResult.Invalid([new ContentProblem(ContentFault.Value, nameof(Article.Key), key)]);
        }

        var problems = ArticleKeys.Check(properties);
        return problems.Count > 0 ? EditResult.Invalid(problems) : await ledger.ChangeAsync(
            async change =>
            {
                if (await change.Db.Articles.AnyAsync(a => a.Key == key, cancellationToken))
                {
                    return EditResult.Refused(EditRefusal.AlreadyThere);
                }

                var article = new Article(key, properties.SourceLanguage);
                article.Set(properties);
                change.Db.Add(article);
                return EditResult.Done();
            },
            cancellationToken);
    }

    /// <summary>
    /// Stores a draft. <paramref name="from"/> is the draft's version it began from, 0 for a language without a draft. Saving what
    /// is there already changes nothing. What waited for review is a draft again; what was put away is restored first.
    /// </summary>
    public async Task<SaveResult> SaveDraftAsync(
        Editor editor, string key, string language, long from, ArticleContent content, CancellationToken cancellationToken)
    {
        if (!editor.MayWrite)
        {
            return new SaveResult.Refused(EditRefusal.NoRight, []);
        }

        var problems = ContentRules.Limits(content);
        return problems.Count > 0 || !ArticleKeys.IsLanguage(language)
            ? new SaveResult.Refused(EditRefusal.Invalid, problems)
            : await ledger.ChangeAsync(change => SaveAsync(change, editor, (key, language), from, content, cancellationToken), cancellationToken);
    }

    /// <summary>Whoever could not save goes away: what they wrote is kept in the history, the draft stays as it is.</summary>
    public Task<EditResult> KeepApartAsync(Editor editor, string key, string language, ArticleContent content, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (_, edition) = await change.FindAsync(key, language, cancellationToken);
            return Check(editor, edition, null) is { } refusal ? EditResult.Refused(refusal)
                : ContentRules.Limits(content) is { Count: > 0 } problems ? EditResult.Invalid(problems)
                : EditResult.Done(change.Note(edition!.KeepApart(content, editor, Now)));
        },
        cancellationToken);

    /// <summary>Null for <paramref name="version"/>: whatever stands there now.</summary>
    public Task<EditResult> SetPropertiesAsync(
        Editor editor, string key, ArticleProperties properties, long? version, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            if (await change.Db.Articles.FindAsync([key], cancellationToken) is not { } article)
            {
                return EditResult.Refused(EditRefusal.NotFound);
            }

            if (EditRights.ToSet(article, properties, editor) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            if (ArticleKeys.Check(properties) is { Count: > 0 } problems)
            {
                return EditResult.Invalid(problems);
            }

            if (version is not null && version != article.Version)
            {
                return EditResult.Refused(EditRefusal.Changed);
            }

            change.IsShown = !article.Properties.SameAs(properties);
            article.Set(properties);
            return EditResult.Done();
        },
        cancellationToken);

    /// <summary>Hands the draft of that version to another person.</summary>
    public Task<EditResult> SubmitForReviewAsync(
        Editor editor, string key, string language, long draft, string? comment, CancellationToken cancellationToken) =>
        OnDraftAsync(editor, key, language, draft, ArticleState.Draft, (edition, now) => edition.Submit(editor, now, Comment(comment)), cancellationToken);

    /// <summary>The reviewer wants it changed, and says what.</summary>
    public Task<EditResult> SendBackAsync(
        Editor editor, string key, string language, long draft, string? comment, CancellationToken cancellationToken) =>
        OnDraftAsync(editor, key, language, draft, ArticleState.InReview, (edition, now) => edition.SendBack(editor, now, Comment(comment)), cancellationToken);

    /// <summary>An old version becomes the draft; customers go on reading what is live.</summary>
    public Task<EditResult> RestoreAsync(
        Editor editor, string key, string language, long draft, int version, string? comment, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (_, edition) = await change.FindAsync(key, language, cancellationToken);
            if (Check(editor, edition, draft) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            if (await change.VersionAsync(edition!, version, cancellationToken) is not { } old)
            {
                return EditResult.Refused(EditRefusal.NotFound);
            }

            await KeepAsync(change, edition!, null, cancellationToken);
            return EditResult.Done(change.Note(edition!.Restore(old, editor, Now, Comment(comment))));
        },
        cancellationToken);

    /// <summary>Somebody looked: the translation says what the source says now, no word need change.</summary>
    public Task<EditResult> MarkTranslatedAsync(Editor editor, string key, string language, CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (article, edition) = await change.FindAsync(key, language, cancellationToken);
            if (Check(editor, edition, null) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            edition!.HoldAgainst(await SourceHashAsync(change, article!, cancellationToken));
            return EditResult.Done();
        },
        cancellationToken);

    internal static string? Comment(string? comment) => string.IsNullOrWhiteSpace(comment) ? null
        : comment.Trim() is var words && words.Length > ArticleVersion.MaxComment ? words[..ArticleVersion.MaxComment] : words;

    internal static EditRefusal? Check(Editor editor, ArticleEdition? edition, long? draft) =>
        !editor.MayWrite ? EditRefusal.NoRight
        : edition is null ? EditRefusal.NotFound
        : draft is not null && draft != edition.DraftVersion ? EditRefusal.Changed
        : null;

    // By way of the change itself: what it published itself is not in the table yet.
    internal static async Task<string?> SourceHashAsync(ArticleChange change, Article article, CancellationToken cancellationToken) =>
        (await change.Db.Editions.FindAsync([article.Key, article.SourceLanguage], cancellationToken))?.PublishedHash;

    /// <summary>A draft of another than <paramref name="editor"/> (null: of anybody) that is in no version yet goes into the history before it is written over.</summary>
    internal static async Task KeepAsync(ArticleChange change, ArticleEdition edition, Editor? editor, CancellationToken cancellationToken)
    {
        if (edition.DraftVersion > 0 && edition.DraftById != editor?.Id && !await change.Db.Versions.AnyAsync(
            v => v.ArticleKey == edition.ArticleKey && v.Language == edition.Language && v.Content == edition.Draft, cancellationToken))
        {
            change.Note(edition.Keep(edition.DraftAt));
        }
    }

    private async Task<SaveResult> SaveAsync(
        ArticleChange change, Editor editor, (string Key, string Language) of, long from, ArticleContent content, CancellationToken cancellationToken)
    {
        var (article, edition) = await change.FindAsync(of.Key, of.Language, cancellationToken);
        if (article is null)
        {
            return new SaveResult.Refused(EditRefusal.NotFound, []);
        }

        if (edition is not null && edition.Draft == ContentJson.Write(content))
        {
            return new SaveResult.Saved(edition.DraftVersion);
        }

        if (edition is not null && edition.DraftVersion != from)
        {
            var theirs = ContentJson.Read(edition.Draft);
            return new SaveResult.Conflict(theirs, edition.DraftVersion, edition.DraftByName, edition.DraftAt, ArticleDiff.Between(theirs, content));
        }

        if (edition?.State == ArticleState.Archived)
        {
            return new SaveResult.Refused(EditRefusal.WrongState, []);
        }

        edition ??= change.Db.Add(new ArticleEdition(of.Key, of.Language)).Entity;
        await KeepAsync(change, edition, editor, cancellationToken);
        edition.Save(content, editor, Now);
        return new SaveResult.Saved(edition.DraftVersion);
    }

    private Task<EditResult> OnDraftAsync(
        Editor editor, string key, string language, long draft, ArticleState state, Func<ArticleEdition, DateTime, ArticleVersion> move,
        CancellationToken cancellationToken) => ledger.ChangeAsync(
        async change =>
        {
            var (_, edition) = await change.FindAsync(key, language, cancellationToken);
            if ((Check(editor, edition, draft) ?? (edition!.State != state ? EditRefusal.WrongState : null)) is { } refusal)
            {
                return EditResult.Refused(refusal);
            }

            var problems = state == ArticleState.Draft
                ? await PublishCheck.OfAsync(change.Db, ContentJson.Read(edition!.Draft), language, options.Value.Placeholders(), cancellationToken) : [];
            return problems.Count > 0 ? EditResult.Invalid(problems) : EditResult.Done(change.Note(move(edition!, Now)));
        },
        cancellationToken);
}
