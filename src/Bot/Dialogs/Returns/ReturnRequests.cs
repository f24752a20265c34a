using Warmline.Bot.Dialogs.Orders;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Dialogs.Writes;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>The customer said yes: asks the shop for the return or the exchange. What comes of it is told when the shop answered.</summary>
internal sealed class ReturnRequests(ReturnPhotos photos)
{
    public async Task<Acted<ReturnSlots>> AskAsync(Talk talk, ReturnSlots slots, Order order, CancellationToken cancellationToken)
    {
        var isBeingDone = slots.Wanted == Resolution.Exchange
            ? ShopWrites.IsBeingDone<StartExchange>(talk, order.Number) : ShopWrites.IsBeingDone<StartReturn>(talk, order.Number);
        if (isBeingDone)
        {
            await talk.SayAsync("Write.BeingDone", cancellationToken, ("order", order.Number));
            return Acted<ReturnSlots>.Over();
        }

        if (OrderAccess.ProofOf(talk, slots.Orders[0]) is not { } proof)
        {
            // The signed word lapsed while the customer was thinking: the order is proven anew.
            return slots with { Orders = [], IsSure = false };
        }

        await ShopWrites.AskAsync(talk, slots.Wanted == Resolution.Exchange ? Exchange(talk, slots, order, proof) : Return(talk, slots, order, proof), cancellationToken);
        talk.Memory.ReturnedUpTo = talk.Turn.Input.LastSeq;
        return Acted<ReturnSlots>.Over();
    }

    private StartReturn Return(Talk talk, ReturnSlots slots, Order order, OrderProof proof) => new()
    {
        Key = ShopWrites.NoKey,
        OrderNumber = order.Number,
        Proof = proof,
        Cause = slots.Cause,
        Words = slots.Words,
        Photos = photos.Links(talk),
        DeliveredOn = slots.DeliveredOn,
        RefundTo = slots.RefundTo ?? RefundTo.OriginalPayment,
        Items = [.. slots.Items.Select(item => new ReturnedItem(item.Id, slots.QuantityOf(item), slots.Condition))],
    };

    private StartExchange Exchange(Talk talk, ReturnSlots slots, Order order, OrderProof proof) => new()
    {
        Key = ShopWrites.NoKey,
        OrderNumber = order.Number,
        Proof = proof,
        Cause = slots.Cause,
        Words = slots.Words,
        Photos = photos.Links(talk),
        DeliveredOn = slots.DeliveredOn,
        Items =
        [
            .. slots.Items.Select(item => (item, wish: slots.Instead.First(instead => instead.ItemId == item.Id)))
                .Select(pair => new ExchangedItem(pair.item.Id, slots.QuantityOf(pair.item), pair.wish.VariantId, pair.wish.Wanted, slots.Condition)),
        ],
    };
}
