using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Articles;

/// <summary>
/// An article in one language as its editors work on it: the draft, where it stands, and which version customers read. Its
/// verbs say what changes and give the line of history; who may do what is asked before, by <see cref="EditRights"/>.
/// </summary>
internal sealed class ArticleEdition(string articleKey, string language)
{
    public const int MaxWriters = 2000;

    public string ArticleKey { get; private set; } = articleKey;

    public string Language { get; private set; } = language;

    public ArticleState State { get; private set; }

    /// <summary>The draft's title, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The working copy, as <see cref="ContentJson"/> writes it.</summary>
    public string Draft { get; private set; } = "";

    /// <summary>Raised by every change of the draft; a save names the one it began from.</summary>
    public long DraftVersion { get; private set; }

    public string DraftById { get; private set; } = "";

    public string DraftByName { get; private set; } = "";

    public DateTime DraftAt { get; private set; }

    /// <summary>Everybody who wrote since the last publish, one id a line: none of them is the second pair of eyes.</summary>
    public string Writers { get; private set; } = "";

    public string? SubmittedById { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>What customers read; null: nothing.</summary>
    public int? PublishedNumber { get; private set; }

    /// <summary>Of the published content.</summary>
    public string? PublishedHash { get; private set; }

    public int? ScheduledNumber { get; private set; }

    public DateTime? ScheduledFor { get; private set; }

    /// <summary>The source language's published content that this was last held against; null: none was.</summary>
    public string? TranslatedFrom { get; private set; }

    public int LastNumber { get; private set; }

    /// <summary>Raised by every write to the row.</summary>
    public long Version { get; private set; }

    public bool IsWrittenBy(string id) => SubmittedById == id || Writers.Split('\n').Contains(id);

    public void Save(ArticleContent content, Editor by, DateTime now)
    {
        Write(ContentJson.Write(content), content.Title, by, now);
        (State, SubmittedById, SubmittedByName, SubmittedAt) = (ArticleState.Draft, null, null, null);
    }

    public ArticleVersion Keep(DateTime now) =>
        new(ArticleKey, Language, ++LastNumber, VersionKind.Kept, Draft, now) { ById = DraftById, ByName = DraftByName };

    /// <summary>Words that did not become the draft, so that they are somewhere.</summary>
    public ArticleVersion KeepApart(ArticleContent content, Editor by, DateTime now) => Line(VersionKind.Kept, ContentJson.Write(content), by, now, null);

    public ArticleVersion Submit(Editor by, DateTime now, string? comment)
    {
        (State, SubmittedById, SubmittedByName, SubmittedAt) = (ArticleState.InReview, by.Id, by.Name, now);
        return Line(VersionKind.Submitted, Draft, by, now, comment);
    }

    public ArticleVersion SendBack(Editor by, DateTime now, string? comment)
    {
        (State, SubmittedById, SubmittedByName, SubmittedAt) = (ArticleState.Draft, null, null, null);
        return Line(VersionKind.SentBack, Draft, by, now, comment);
    }

    /// <summary>The draft goes live. A schedule made before would put older words over it and is dropped.</summary>
    public ArticleVersion Publish(Editor by, DateTime now, string? comment)
    {
        var version = Line(VersionKind.Published, Draft, by, now, comment, replaced: PublishedNumber);
        Show(version.Number, Draft);
        (ScheduledNumber, ScheduledFor) = (null, null);
        Settle();
        return version;
    }

    public ArticleVersion Schedule(Editor by, DateTime now, DateTime at, string? comment)
    {
        var version = Line(VersionKind.Scheduled, Draft, by, now, comment, goesLiveAt: at);
        (ScheduledNumber, ScheduledFor) = (version.Number, at);
        return version;
    }

    public ArticleVersion CancelSchedule(ArticleVersion scheduled, Editor by, DateTime now, string? comment)
    {
        (ScheduledNumber, ScheduledFor) = (null, null);
        return Line(VersionKind.ScheduleCancelled, scheduled.Content, by, now, comment, scheduled.Number);
    }

    /// <summary>Its time has come. A draft written since then stays a draft.</summary>
    public ArticleVersion PublishScheduled(ArticleVersion scheduled, DateTime now)
    {
        var by = new Editor(scheduled.ById, scheduled.ByName, []);
        var version = Line(VersionKind.Published, scheduled.Content, by, now, scheduled.Comment, scheduled.Number, PublishedNumber);
        Show(version.Number, scheduled.Content);
        (ScheduledNumber, ScheduledFor) = (null, null);
        if (Draft == scheduled.Content)
        {
            Settle();
        }

        return version;
    }

    public ArticleVersion Restore(ArticleVersion old, Editor by, DateTime now, string? comment)
    {
        Write(old.Content, ContentJson.Read(old.Content).Title, by, now);
        (State, SubmittedById, SubmittedByName, SubmittedAt) = (ArticleState.Draft, null, null, null);
        return Line(VersionKind.Restored, old.Content, by, now, comment, old.Number);
    }

    /// <summary>What was live before <paramref name="live"/> is live again; what was undone stays as the draft.</summary>
    public ArticleVersion Undo(ArticleVersion live, ArticleVersion? before, Editor by, DateTime now, string? comment)
    {
        (PublishedNumber, PublishedHash) = (before?.Number, before is null ? null : ContentJson.Hash(before.Content));
        State = State == ArticleState.Published ? ArticleState.Draft : State;
        Writers = Writers.Length > 0 ? Writers : live.ById;
        return Line(VersionKind.Undone, before?.Content ?? live.Content, by, now, comment, live.Number);
    }

    public ArticleVersion TakeAway(bool archive, Editor by, DateTime now, string? comment)
    {
        var version = Line(archive ? VersionKind.Archived : VersionKind.Withdrawn, Draft, by, now, comment, replaced: PublishedNumber);
        (PublishedNumber, PublishedHash, ScheduledNumber, ScheduledFor) = (null, null, null, null);
        (SubmittedById, SubmittedByName, SubmittedAt) = (null, null, null);
        State = archive ? ArticleState.Archived : ArticleState.Draft;
        return version;
    }

    public ArticleVersion Import(ArticleContent content, Editor by, DateTime now)
    {
        Save(content, by, now);
        return Line(VersionKind.Imported, Draft, by, now, null);
    }

    public void HoldAgainst(string? sourceHash) => TranslatedFrom = sourceHash;

    private void Write(string draft, string title, Editor by, DateTime now)
    {
        (Draft, Title, DraftById, DraftByName, DraftAt) = (draft, title, by.Id, by.Name, now);
        DraftVersion++;
        var writers = Writers.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!writers.Contains(by.Id))
        {
            Writers = string.Join('\n', [.. writers, by.Id]);
        }
    }

    private void Show(int number, string content) => (PublishedNumber, PublishedHash) = (number, ContentJson.Hash(content));

    private void Settle() =>
        (State, Writers, SubmittedById, SubmittedByName, SubmittedAt) = (ArticleState.Published, "", null, null, null);

    private ArticleVersion Line(
        VersionKind kind, string content, Editor by, DateTime now, string? comment, int? basedOn = null, int? replaced = null, DateTime? goesLiveAt = null) =>
        new(ArticleKey, Language, ++LastNumber, kind, content, now)
        {
            ById = by.Id,
            ByName = by.Name,
            Comment = comment,
            BasedOn = basedOn,
            Replaced = replaced,
            GoesLiveAt = goesLiveAt,
        };
}
