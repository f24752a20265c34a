using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Says honestly why an order can't be changed any more, and what can be done instead.</summary>
internal static class ChangeTelling
{
    public static async Task HinderedAsync(Talk talk, string write, Order order, ChangeHindrance hindrance, CancellationToken cancellationToken)
    {
        await talk.SendAsync(MessageFactory.Text(WhyNot(talk, write, order, hindrance)), cancellationToken);
        if (hindrance == ChangeHindrance.IsCancelled || talk.IsQueued)
        {
            return;
        }

        // What has arrived can be sent back.
        CardAction[] ways = hindrance == ChangeHindrance.IsDelivered && write == "Cancel" && order.Status == OrderStatus.Delivered
            ? [CardAction.ImBack(talk.Label("Change.StartReturn"))] : [];
        await talk.OfferAsync(Offer.Person, "Write.AskPerson", ways, cancellationToken);
    }

    /// <summary>One or two sentences, without an offer.</summary>
    public static string WhyNot(Talk talk, string write, Order order, ChangeHindrance hindrance) => hindrance == ChangeHindrance.IsDelivered && order.Status != OrderStatus.Delivered
        ? talk.Text("Change.IsOver", ("order", order.Number))
        : hindrance is ChangeHindrance.IsCancelled or ChangeHindrance.StateUnknown or ChangeHindrance.WasModified or ChangeHindrance.CauseNotAccepted
            ? talk.Text($"Change.{hindrance}", ("order", order.Number))
            : talk.Text($"Change.{write}.{hindrance}", ("order", order.Number));
}
