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

        var told = string.Join('\n', text.Lines(isBrief: talk.Memory.Orders.IsTold(order)));
        await talk.SendAsync(
            talk.IsQueued ? WithTracks(talk, text, told)
            : text.NeedsApology ? WithOptions(talk, text, told)
            : order.Status is OrderStatus.Lost or OrderStatus.Unknown || text.IsPickupOver ? OffersPerson(talk, told)
            : WithTracks(talk, text, told),
            cancellationToken);
    }

    /// <summary>A yes to it brings a person.</summary>
    public static Activity OffersPerson(Talk talk, string text)
    {
        talk.Memory.Offer = Offer.Person;
        return MessageFactory.SuggestedActions([talk.Label("Quick.Yes"), talk.Label("Quick.No")], text);
    }

    // An apology is worth what is offered with it: waiting, somebody who looks into it, cancelling where the rules let it.
    private Activity WithOptions(Talk talk, OrderText text, string told)
    {
        var order = text.Order;
        var mayCancel = shop.Capabilities.HasFlag(ShopCapabilities.Cancel) && ChangeDecision.ToCancel(order, shop.Policy).IsAllowed;
        var ask = order.Carrier is not null && (order.TrackingNumber is not null || order.Parcels.Count > 0) ? "Order.AskCarrier" : "Order.LookInto";
        string[] options = ["Order.Wait", ask, .. mayCancel ? new[] { "Order.CancelIt" } : [], "Quick.Person"];
        talk.Memory.Offer = Offer.Person;
        return MessageFactory.SuggestedActions(
            Tracks(talk, text).Concat(options.Select(option => CardAction.ImBack(talk.Label(option)))),
            $"{told}\n{talk.Text(mayCancel ? "Order.OptionsCancel" : "Order.Options")}");
    }

    private static Activity WithTracks(Talk talk, OrderText text, string told)
    {
        var tracks = Tracks(talk, text).ToList();
        return tracks.Count > 0 ? MessageFactory.SuggestedActions(tracks, told) : MessageFactory.Text(told);
    }

    private static IEnumerable<CardAction> Tracks(Talk talk, OrderText text) => text.IsInParts
        ? text.Order.Parcels.Select((parcel, at) => (parcel.TrackingUrl, Number: at + 1)).Where(parcel => parcel.TrackingUrl is not null)
            .Select(parcel => CardAction.OpenUrl(Replies.Say("Order.TrackNumber", talk.Language, ("number", parcel.Number)), parcel.TrackingUrl!.AbsoluteUri))
        : text.Order.TrackingUrl is { } link ? [CardAction.OpenUrl(talk.Label("Quick.Track"), link.AbsoluteUri)] : [];
}
