using BotFramework.Schema;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Orders;

/// <summary>Says how an order stands, and offers what there is to do about it before it is asked for.</summary>
internal sealed class OrderTelling(IShop shop, ShopClock clock)
{
    public async Task TellAsync(Talk talk, Order order, CancellationToken cancellationToken)
    {
        var text = new OrderText(talk, order, clock.Day);
        if (order.Status == OrderStatus.Delivered && talk.Understood.Is(Topic.NotArrived) && !talk.IsQueued)
        {
            await talk.SendAsync(OffersPerson(talk, text.Say("Order.NotReached")), cancellationToken);
            return;
        }

        var isBrief = talk.Memory.Orders.IsTold(order);
        var (buttons, question) = talk.IsQueued ? ([], null) : Offered(talk, text);
        var told = text.Told(isBrief).And(question);
        var links = Tracks(talk, text);
        await talk.SendAsync(
            OrderCard.IsShown(talk) && !isBrief ? OrderCard.Under(Message(told.AboveCard, buttons), talk, text, told, links) : Message(told.Whole, [.. links, .. buttons]),
            cancellationToken);
    }

    /// <summary>With the question whether a person shall come; a yes to it brings one.</summary>
    public static Activity OffersPerson(Talk talk, string text)
    {
        talk.Memory.Offer = Offer.Person;
        return MessageFactory.SuggestedActions([talk.Label("Quick.Yes"), talk.Label("Quick.No")], $"{text} {talk.Text("Order.AskPerson")}");
    }

    private static Activity Message(string text, IReadOnlyList<CardAction> buttons) =>
        buttons.Count > 0 ? MessageFactory.SuggestedActions(buttons, text) : MessageFactory.Text(text);

    // An apology is worth what is offered with it: waiting, somebody who looks into it, cancelling where the rules let it.
    private (IReadOnlyList<CardAction> Buttons, string? Question) Offered(Talk talk, OrderText text)
    {
        var order = text.Order;
        var needsPerson = order.Status is OrderStatus.Lost or OrderStatus.Unknown || text.IsPickupOver;
        if (!text.NeedsApology && !needsPerson)
        {
            return ([], null);
        }

        talk.Memory.Offer = Offer.Person;
        return text.NeedsApology ? Options(talk, order) : (Buttons(talk, ["Quick.Yes", "Quick.No"]), talk.Text("Order.AskPerson"));
    }

    private (IReadOnlyList<CardAction> Buttons, string? Question) Options(Talk talk, Order order)
    {
        var mayCancel = shop.Capabilities.HasFlag(ShopCapabilities.Cancel) && ChangeDecision.ToCancel(order, shop.Policy).IsAllowed;
        var ask = order.Carrier is not null && (order.TrackingNumber is not null || order.Parcels.Count > 0) ? "Order.AskCarrier" : "Order.LookInto";
        return (Buttons(talk, ["Order.Wait", ask, .. mayCancel ? new[] { "Order.CancelIt" } : [], "Quick.Person"]), talk.Text(mayCancel ? "Order.OptionsCancel" : "Order.Options"));
    }

    private static List<CardAction> Buttons(Talk talk, IEnumerable<string> labels) => [.. labels.Select(label => CardAction.ImBack(talk.Label(label)))];

    private static IEnumerable<CardAction> Tracks(Talk talk, OrderText text) => text.IsInParts
        ? text.Order.Parcels.Select((parcel, at) => (parcel.TrackingUrl, Number: at + 1)).Where(parcel => parcel.TrackingUrl is not null)
            .Select(parcel => CardAction.OpenUrl(Replies.Say("Order.TrackNumber", talk.Language, ("number", parcel.Number)), parcel.TrackingUrl!.AbsoluteUri))
        : text.Order.TrackingUrl is { } link ? [CardAction.OpenUrl(talk.Label("Quick.Track"), link.AbsoluteUri)] : [];
}
