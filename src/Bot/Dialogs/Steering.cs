using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>Words that steer the talk itself and always work: never mind, back, leave the queue.</summary>
internal static class Steering
{
    /// <summary>True when the line was such a word and is dealt with.</summary>
    public static async Task<bool> TryAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        switch (talk.Understood.Top.Intent)
        {
            case Intent.Cancel when !ChangeWishes.MayMeanOrder(talk, dialog):
                await CancelAsync(talk, dialog, cancellationToken);
                return true;
            case Intent.Back:
                await GoBackAsync(talk, dialog, cancellationToken);
                return true;
            case Intent.LeaveQueue:
                await LeaveAsync(talk, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private static async Task CancelAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        var running = dialog.ActiveDialog is not null || talk.Memory.Offer != Offer.None;
        talk.Memory.Offer = Offer.None;
        await dialog.CancelAllDialogsAsync(cancellationToken);
        await talk.SayAsync(running ? "Control.Cancelled" : "Control.NothingToCancel", cancellationToken);
    }

    private static async Task GoBackAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        if (dialog.ActiveDialog is not { } active)
        {
            await talk.SayAsync("Control.NothingBack", cancellationToken);
            return;
        }

        await talk.SayAsync("Control.Back", cancellationToken);
        await (dialog.FindDialog(active.Id) is ShopDialog steps
            ? steps.GoBackAsync(dialog, cancellationToken)
            : dialog.ReplaceDialogAsync(active.Id, null, cancellationToken));
    }

    private static async Task LeaveAsync(Talk talk, CancellationToken cancellationToken)
    {
        if (talk.IsQueued)
        {
            talk.Turn.Make(new Move.LeaveQueue());
        }
        else
        {
            await talk.SayAsync("Person.NotInQueue", cancellationToken);
        }
    }
}
