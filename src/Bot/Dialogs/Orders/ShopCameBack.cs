using BotFramework.Dialogs;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>The shop's system answers again, or will not: the bot goes on with what was asked.</summary>
internal static class ShopCameBack
{
    public static async Task TellAsync(Talk talk, DialogContext dialog, FinishedTask task, CancellationToken cancellationToken)
    {
        var waiting = ProtocolJson.Read<WaitingQuestion>(task.Payload)!;
        var order = ("order", (object?)waiting.Orders[0].Number);
        if (!task.Succeeded)
        {
            await talk.OfferAsync(Offer.Person, "Order.GaveUp", cancellationToken, order);
            return;
        }

        await talk.SayAsync("Order.CameBack", cancellationToken, order);
        await dialog.BeginDialogAsync(waiting.Dialog, waiting.Orders, cancellationToken);
    }
}
