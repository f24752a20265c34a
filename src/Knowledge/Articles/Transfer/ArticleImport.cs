using Microsoft.Extensions.Options;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>
/// Brings texts in, by key and language: what is there already makes no new version. An article's texts are one transaction. A
/// dry run does everything and takes it back.
/// </summary>
internal sealed class ArticleImport(ArticleLedger ledger, IOptions<KnowledgeOptions> options, TimeProvider time)
{
    private const int ArticlesAtOnce = 50;

    /// <param name="editor">Four eyes hold for files too: what asks for review waits for another person.</param>
    /// <param name="source">What <see cref="ArticleSource"/> read.</param>
    /// <param name="publish">Else everything becomes a draft.</param>
    /// <param name="dryRun">Only the report; nothing is changed.</param>
    /// <param name="cancellationToken">Leaves whole articles: in, or not yet.</param>
    public async Task<ImportReport> RunAsync(Editor editor, ArticleRows source, bool publish, bool dryRun, CancellationToken cancellationToken)
    {
        if (!editor.MayWrite)
        {
            throw new UnauthorizedAccessException("Only editors and admins bring articles in.");
        }

        var linked = source.Rows.SelectMany(row => ArticleLinks.KeysIn(row.Content)).Select(link => link.Key).ToList();
        var known = await ledger.ChangeAsync(change => PublishCheck.KnownAsync(change.Db, linked, cancellationToken), cancellationToken);
        var (good, refused) = ImportCheck.Sort(source, options.Value.Placeholders(), known);
        var lines = new List<ImportLine>(refused);
        foreach (var part in good.GroupBy(row => row.Key, StringComparer.Ordinal).Chunk(ArticlesAtOnce))
        {
            lines.AddRange(await ledger.ChangeAsync(change => BringAsync(change, part, editor, (publish, dryRun), cancellationToken), cancellationToken));
        }

        var order = source.Rows.Select(row => row.Place).Distinct().Index().ToDictionary(place => place.Item, place => place.Index);
        return new([.. lines.OrderBy(line => order.GetValueOrDefault(line.Place, -1))], dryRun);
    }

    private async Task<List<ImportLine>> BringAsync(
        ArticleChange change, IGrouping<string, ArticleRow>[] part, Editor editor, (bool Publish, bool DryRun) how, CancellationToken cancellationToken)
    {
        var lines = new List<ImportLine>();
        foreach (var rows in part)
        {
            var article = await change.Db.Articles.FindAsync([rows.Key], cancellationToken);
            var before = article?.Properties;
            var properties = rows.Aggregate(before ?? new ArticleProperties(), (known, row) => row.Properties.Over(known));
            if ((article is null ? null : EditRights.ToSet(article, properties, editor)) is not null)
            {
                lines.AddRange(rows.Select(row => ImportCheck.Refused(row, new ContentProblem(ContentFault.Value, nameof(ArticleProperties.RequiresReview), ""))));
                continue;
            }

            var changed = before is null || !before.SameAs(properties);
            article ??= change.Db.Add(new Article(rows.Key, properties.SourceLanguage)).Entity;
            article.Set(properties);
            change.IsShown |= changed;
            foreach (var row in rows.OrderByDescending(row => row.Language == properties.SourceLanguage))
            {
                var outcome = await BringAsync(change, article, row, editor, how.Publish, cancellationToken);
                lines.Add(new(row.Place, row.Key, row.Language, outcome, []) { PropertiesChanged = changed });
            }
        }

        change.IsTakenBack = how.DryRun;
        return lines;
    }

    private async Task<ImportOutcome> BringAsync(
        ArticleChange change, Article article, ArticleRow row, Editor editor, bool publish, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var json = ContentJson.Write(row.Content);
        var edition = await change.Db.Editions.FindAsync([row.Key, row.Language], cancellationToken);
        var reviewed = publish && (article.RequiresReview || options.Value.ArticlesNeedReview);
        if (IsThere(edition, json, publish, reviewed))
        {
            return ImportOutcome.Unchanged;
        }

        edition ??= change.Db.Add(new ArticleEdition(row.Key, row.Language)).Entity;
        if (edition.Draft != json || edition.State == ArticleState.Archived)
        {
            await ArticleEditing.KeepAsync(change, edition, null, cancellationToken);
            change.Note(edition.Import(row.Content, editor, now));
        }

        if (!publish || reviewed)
        {
            return reviewed && change.Note(edition.Submit(editor, now, null)) > 0 ? ImportOutcome.InReview : ImportOutcome.Drafted;
        }

        change.Note(edition.Publish(editor, now, null));
        await ArticlePublishing.HoldAsync(change, article, edition, cancellationToken);
        change.IsShown = true;
        return ImportOutcome.Published;
    }

    private static bool IsThere(ArticleEdition? edition, string json, bool publish, bool reviewed) =>
        edition is not null && (publish && edition.PublishedHash == ContentJson.Hash(json)
            || (edition.Draft == json && edition.State != ArticleState.Archived && (!publish || (reviewed && edition.State == ArticleState.InReview))));
}
