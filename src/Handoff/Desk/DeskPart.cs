using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Warmline.Handoff.Desk;

/// <summary>A piece of an interactive desk page: shows the board, and does what the agent asks without ever ending the page.</summary>
public abstract class DeskPart : ComponentBase, IDisposable
{
    [Inject]
    internal DeskSession Session { get; set; } = default!;

    [Inject]
    internal DeskBoard Board { get; set; } = default!;

    [Inject]
    internal OpenChat Chat { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal ILogger<DeskPart> Log { get; set; } = default!;

    internal DeskTexts Texts => Session.Texts;

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

    /// <summary>Does something for the agent. A session that ended leads to the sign-in page; other trouble is shown, and the page lives on.</summary>
    protected async Task RunAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
            Board.Tell();
        }
        catch (SessionEndedException)
        {
            Navigation.NavigateTo("desk/sign-in?problem=ended", forceLoad: true);
        }
        catch (Exception left) when (left is OperationCanceledException or JSDisconnectedException)
        {
            // The page is being left.
        }
        catch (Exception error)
        {
            DeskLog.Failed(Log, Session.Me?.Id, error);
            Board.ShowTrouble();
        }
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
