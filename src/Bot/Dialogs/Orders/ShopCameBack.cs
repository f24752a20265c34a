using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>The shop's system answers again, or will not: the bot goes on with what was asked, once nothing else is being asked.</summary>
internal sealed class ShopCameBack : ITaskTeller
{
    public string Kind => ShopAnswersTask.TaskKind;

    public async Task TellAsync(Talk talk, DialogContext dialog, FinishedTask task, CancellationToken cancellationToken)
    {
        var waiting = ProtocolJson.Read<WaitingQuestion>(task.Payload)!;
        var order = ("order", (object?)waiting.Number);
        if (!task.Succeeded)
        {
            await talk.OfferAsync(Offer.Person, "Order.GaveUp", cancellationToken, order);
        }
        else if (dialog.ActiveDialog is null)
        {
            await ResumeAsync(talk, dialog, waiting, cancellationToken);
        }
        else
        {
            talk.Memory.Waiting = [.. talk.Memory.Waiting, waiting];
            await talk.SayAsync("Order.CameBackLater", cancellationToken, order);
            await dialog.RepromptDialogAsync(cancellationToken);
        }
    }

    /// <summary>Goes on with the first thing that waits, if nothing is asked of the customer now.</summary>
    public static async Task GoOnAsync(Talk talk, DialogContext dialog, CancellationToken cancellationToken)
    {
        if (dialog.ActiveDialog is not null || talk.Memory.Offer != Offer.None || talk.Turn.HasMove || talk.IsQueued)
        {
            return;
        }

        var (first, others) = (talk.Memory.Waiting[0], talk.Memory.Waiting.Skip(1));
        talk.Memory.Waiting = [.. others];

        // Asked for anew meanwhile: the customer has just heard it.
        if (!first.Orders.All(talk.OpenOrders.ContainsKey))
        {
            await ResumeAsync(talk, dialog, first, cancellationToken);
        }
    }

    private static async Task ResumeAsync(Talk talk, DialogContext dialog, WaitingQuestion waiting, CancellationToken cancellationToken)
    {
        await talk.SayAsync("Order.CameBack", cancellationToken, ("order", waiting.Number));
        await dialog.BeginDialogAsync(waiting.Dialog, waiting, cancellationToken);
    }
}
