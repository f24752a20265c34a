using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk.Writing;

internal enum DraftStatus
{
    /// <summary>The database has what stands in the form.</summary>
    Saved,

    /// <summary>Typed since the last save.</summary>
    Typed,

    Saving,

    /// <summary>Somebody else saved meanwhile; nothing is saved until the editor chose.</summary>
    Conflict,

    /// <summary>It cannot be stored as it stands.</summary>
    Refused,
}

/// <summary>An article in one language as it is written at this moment. Saves go one after another; what was typed during one is in the next.</summary>
internal sealed class OpenDraft(ArticleEditing editing, OpenArticle article) : IDisposable
{
    private static readonly ArticleContent Nothing = new() { Title = "", Answer = "" };
    private readonly SemaphoreSlim _saving = new(1);
    private int _typed;

    public OpenArticle Article { get; private set; } = article;

    public string Key => Article.Key;

    public string Language => Article.Language.Language;

    public DraftFields Fields { get; private set; } = DraftFields.Of(article.Draft);

    /// <summary>The version of the draft the form began from.</summary>
    public long Version { get; private set; } = article.DraftVersion;

    /// <summary>Its words; what is typed and what others saved are both changes of these.</summary>
    public ArticleContent Base { get; private set; } = article.Draft ?? Nothing;

    public DraftStatus Status { get; private set; }

    public SaveResult.Conflict? Conflict { get; private set; }

    public SaveResult.Refused? Refused { get; private set; }

    public bool IsUnsaved => Status != DraftStatus.Saved;

    /// <summary>Counts what was typed, to know the last of it.</summary>
    public int Typed()
    {
        if (Status is DraftStatus.Saved or DraftStatus.Refused)
        {
            Status = DraftStatus.Typed;
        }

        return ++_typed;
    }

    public bool IsLast(int typed) => typed == _typed;

    public async Task SaveAsync(Editor editor, CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            if (Status is DraftStatus.Saved or DraftStatus.Conflict)
            {
                return;
            }

            Status = DraftStatus.Saving;
            var typed = _typed;
            var content = Fields.ToContent();
            Apply(await editing.SaveDraftAsync(editor, Key, Language, Version, content, cancellationToken), content, typed);
        }
        finally
        {
            Status = Status == DraftStatus.Saving ? DraftStatus.Typed : Status;
            _saving.Release();
        }
    }

    /// <summary>The editor goes on to something else: what stands in the form is saved, or kept in the history where others changed the text meanwhile.</summary>
    public async Task LeaveAsync(Editor editor, CancellationToken cancellationToken)
    {
        await SaveAsync(editor, cancellationToken);
        if (Status is DraftStatus.Conflict or DraftStatus.Refused)
        {
            await editing.KeepApartAsync(editor, Key, Language, Fields.ToContent(), cancellationToken);
        }
    }

    /// <summary>What is in the database now. The form follows unless something was typed.</summary>
    public void Refresh(OpenArticle now)
    {
        Article = now;
        if (Status == DraftStatus.Saved && now.DraftVersion != Version)
        {
            (Fields, Base, Version) = (DraftFields.Of(now.Draft), now.Draft ?? Nothing, now.DraftVersion);
        }
    }

    public void TakeTheirs()
    {
        if (TakeConflict() is { } conflict)
        {
            (Fields, Base, Version, Status) = (DraftFields.Of(conflict.Theirs), conflict.Theirs, conflict.Version, DraftStatus.Saved);
        }
    }

    /// <summary>What stands in the form goes over theirs, which stays in the history.</summary>
    public void KeepMine()
    {
        if (TakeConflict() is { } conflict)
        {
            (Base, Version, Status) = (conflict.Theirs, conflict.Version, DraftStatus.Typed);
        }
    }

    public void TakeTheirs(string field)
    {
        if (Conflict is { } conflict)
        {
            Fields.Take(field, conflict.Theirs);
        }
    }

    public void Dispose() => _saving.Dispose();

    // Null for the second click of two.
    private SaveResult.Conflict? TakeConflict()
    {
        var conflict = Conflict;
        Conflict = null;
        return conflict;
    }

    private void Apply(SaveResult result, ArticleContent content, int typed)
    {
        Refused = result as SaveResult.Refused;
        Conflict = result as SaveResult.Conflict;
        if (result is SaveResult.Saved saved)
        {
            (Base, Version) = (content, saved.Version);
        }

        Status = result switch
        {
            SaveResult.Conflict => DraftStatus.Conflict,
            SaveResult.Refused => DraftStatus.Refused,
            _ => typed == _typed ? DraftStatus.Saved : DraftStatus.Typed,
        };
    }
}
