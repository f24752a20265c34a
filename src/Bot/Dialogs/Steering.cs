using BotFramework.Dialogs;
using Warmline.Bot.Dialogs.Callbacks;
using Warmline.Bot.Dialogs.Changes;
using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Understanding;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs;

/// <summary>Words that steer the talk itself and always work: never mind, back, start over, leave the queue.</summary>
internal static class Steering
{
    private const int MostWords = 6;

    /// <summary>True when the line was such a word and is dealt with.</summary>
    public static async Task<bool> TryAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        if (dialog.ActiveDialog is { } active && dialog.FindDialog(active.Id) is ShopDialog running && running.IsAnswered(talk, active))
        {
            return false;
        }

        // A call that is being arranged goes back to its own beginning.
        if (StartsOver(talk) && dialog.ActiveDialog?.Id != CallbackDialog.DialogId)
        {
            await StartOverAsync(talk, dialog, cancellationToken);
            return true;
        }

        switch (talk.Understood.Top.Intent)
        {
            case Intent.Cancel when !ChangeWishes.MayMeanOrder(talk, dialog):
                await CancelAsync(talk, dialog, cancellationToken);
                return true;
            case Intent.Back:
                await GoBackAsync(talk, dialog, cancellationToken);
                return true;
            // In the middle of a task nobody speaks of a queue they are not in: "no, wait" is for the task.
            case Intent.LeaveQueue when talk.IsQueued || dialog.ActiveDialog is null:
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

    // "First I ordered, then …" is a story, and nobody starts over with a wish in the same breath.
    private static bool StartsOver(Talk talk) => talk.Understood.Is(Topic.StartOver)
        && talk.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords
        && talk.Understood.Entities is { OrderNumbers.Count: 0, Emails.Count: 0 }
        && (talk.Understood.Top.Intent is Intent.Back or Intent.Cancel or Intent.Other or Intent.Inform || talk.Understood.Top.Confidence < IntentScore.Sure);

    // What was given to the task that is left was perhaps the trouble: it is not taken for granted in the next one.
    private static async Task StartOverAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        if (dialog.ActiveDialog is { Id: FindOrder.DialogId })
        {
            var orders = talk.Memory.Orders;
            string?[] given = [talk.Turn.FactOf("order_number"), orders.Keys.Count == 0 ? talk.Turn.FactOf("email") : null, orders.Keys.Count == 0 ? talk.Turn.FactOf("phone") : null];
            orders.SetApart(given.OfType<string>());
        }

        talk.Memory.Offer = Offer.None;
        talk.Memory.FailedTurns = 0;
        await dialog.CancelAllDialogsAsync(cancellationToken);
        await Welcome.BeginAgainAsync(talk, cancellationToken);
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
