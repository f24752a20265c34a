using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>A piece of an editor's page: does what is asked without ever ending the page.</summary>
public abstract class EditorPart : ComponentBase
{
    [Inject]
    internal EditorSession Session { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal ILogger<EditorPart> Log { get; set; } = default!;

    /// <summary>The last thing failed, and not by the editor's doing.</summary>
    protected bool Trouble { get; private set; }

    internal EditorTexts Texts => Session.Texts;

    /// <summary>Does something for the editor. A session that ended reloads the page, which asks to sign in; other trouble is shown, and the page lives on.</summary>
    internal async Task RunAsync(Func<Editor, Task> work)
    {
        try
        {
            await work(await Session.RequireAsync());
            Trouble = false;
        }
        catch (EditorLeftException)
        {
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        }
        catch (Exception left) when (left is OperationCanceledException or JSDisconnectedException)
        {
            // The page is being left.
        }
        catch (Exception error)
        {
            KnowledgeLog.EditorFailed(Log, error);
            Trouble = true;
        }
    }
}
