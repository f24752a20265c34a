using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk.Writing;

/// <summary>The state of one open article page, shared by its parts. Lives as long as the connection.</summary>
internal sealed class ArticleBoard(ArticleShelf shelf, ArticleEditing editing)
{
    /// <summary>Something to show is different.</summary>
    public event Action? Changed;

    /// <summary>Null: there is no such article.</summary>
    public OpenDraft? Draft { get; private set; }

    /// <summary>The article in each language.</summary>
    public IReadOnlyList<OpenArticle> Languages { get; private set; } = [];

    public OpenArticle? Source => Languages.FirstOrDefault(one => one.Language.Translation == TranslationStatus.Source);

    /// <summary>What became of the last verb, in words.</summary>
    public string? Notice { get; private set; }

    public string? Refusal { get; private set; }

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task OpenAsync(string key, string language, CancellationToken cancellationToken)
    {
        await ReadAsync(key, cancellationToken);
        Draft = Languages.FirstOrDefault(one => one.Language.Language == language) is { } open ? new OpenDraft(editing, open) : null;
        Say(null);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (Draft is { } draft)
        {
            await ReadAsync(draft.Key, cancellationToken);
            if (Languages.FirstOrDefault(one => one.Language.Language == draft.Language) is { } now)
            {
                draft.Refresh(now);
            }
        }
    }

    public async Task SaveAsync(OpenDraft draft, Editor editor, CancellationToken cancellationToken)
    {
        await draft.SaveAsync(editor, cancellationToken);
        if (draft == Draft)
        {
            await RefreshAsync(cancellationToken);
        }
    }

    public void Say(string? notice)
    {
        (Notice, Refusal, Problems) = (notice, null, []);
        Tell();
    }

    public void Refuse(string refusal, IReadOnlyList<ContentProblem> problems)
    {
        (Notice, Refusal, Problems) = (null, refusal, problems);
        Tell();
    }

    /// <summary>What was said of the last verb holds no longer: something was typed.</summary>
    public void Forget() => (Notice, Refusal, Problems) = (null, null, []);

    public void Tell() => Changed?.Invoke();

    private async Task ReadAsync(string key, CancellationToken cancellationToken)
    {
        var found = new List<OpenArticle>();
        foreach (var language in ArticleLanguages.All)
        {
            if (await shelf.OpenAsync(key, language, cancellationToken) is { } open)
            {
                found.Add(open);
            }
        }

        Languages = found;
    }
}
