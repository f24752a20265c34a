using Microsoft.AspNetCore.Components;

namespace Warmline.Knowledge.EditorDesk.Writing;

/// <summary>A part of an article's page. Drawn anew whenever the board says so.</summary>
public abstract class ArticlePart : EditorPart, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    [Inject]
    internal ArticleBoard Board { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    internal OpenDraft Draft => Board.Draft!;

    internal DraftFields Fields => Draft.Fields;

    /// <summary>The direction of the language that is written.</summary>
    protected string Direction => EditorTexts.DirectionOf(Draft.Language);

    /// <inheritdoc/>
    protected override void OnInitialized() => Board.Changed += Redraw;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops listening.</summary>
    protected virtual void Dispose(bool disposing) => Board.Changed -= Redraw;

    /// <summary>Something was typed: it is shown at once, and saved when the hand rests.</summary>
    protected async Task TypedAsync()
    {
        var draft = Draft;
        var turn = draft.Typed();
        Board.Forget();
        Board.Tell();
        await Task.Delay(Pause, Time);
        if (draft.IsLast(turn))
        {
            await SaveAsync(draft);
        }
    }

    internal Task SaveAsync(OpenDraft draft) => RunAsync(async editor =>
    {
        await Board.SaveAsync(draft, editor, default);
        Board.Tell();
    });

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
