using BotFramework.Schema;
using Warmline.Handoff.Promises;

namespace Warmline.Bot.Dialogs.Callbacks;

/// <summary>Asks for what is still missing of a call, in the order people expect it.</summary>
internal sealed class CallbackQuestions(CallbackBook book)
{
    private const int MostOffered = 3;

    /// <summary>False when nothing can be promised at all; the way to a person is offered then.</summary>
    public async Task<bool> AskAsync(CallbackDraft draft, Talk talk, CustomerClock clock, CancellationToken cancellationToken)
    {
        if (draft.Phone is null)
        {
            draft.Asked = Asked.Phone;
            await talk.TellPrivacyOnceAsync(cancellationToken);
            await talk.SayAsync(draft.Moves is null ? "Callback.AskPhone" : "Callback.AskRightPhone", cancellationToken);
            return true;
        }

        if (draft.At is null && !await FindTimeAsync(draft, talk, clock, cancellationToken))
        {
            return draft.Offered.Count > 0 || draft.Asked == Asked.When;
        }

        if (draft.Topic is null)
        {
            draft.Asked = Asked.Topic;
            await talk.SayAsync("Callback.AskTopic", cancellationToken);
            return true;
        }

        await SumUpAsync(draft, talk, clock, cancellationToken);
        return true;
    }

    /// <summary>The place was taken while the customer was thinking: the nearest free ones.</summary>
    public async Task OfferInsteadAsync(CallbackDraft draft, Talk talk, CustomerClock clock, CancellationToken cancellationToken)
    {
        var taken = draft.At!.Value;
        draft.At = null;
        var offer = await book.OfferAsync(new CallWish(taken, taken), MostOffered, cancellationToken);
        await OfferAsync(draft, talk, clock, "Callback.JustTaken", offer, cancellationToken);
    }

    // True when a slot is settled; else the customer was asked.
    private async Task<bool> FindTimeAsync(CallbackDraft draft, Talk talk, CustomerClock clock, CancellationToken cancellationToken)
    {
        if (draft.NoSuchTime is { } none)
        {
            draft.NoSuchTime = null;
            var free = await book.OfferAsync(null, MostOffered, cancellationToken);
            await OfferAsync(draft, talk, clock, "Callback.NoSuchTime", free, cancellationToken, ("time", none));
            return false;
        }

        if (draft.Wish is not { } wish)
        {
            draft.Asked = Asked.When;
            await talk.AskAsync(draft.Moves is null ? "Callback.AskWhen" : "Callback.AskNewTime", [talk.Label("Quick.AnyTime")], cancellationToken);
            return false;
        }

        draft.Wish = null;
        var offer = await book.OfferAsync(wish.From is null ? null : clock.Read(wish), wish.From is null ? 1 : MostOffered, cancellationToken);
        if (offer is { Fault: WishFault.None, IsExact: true, Slots.Count: > 0 })
        {
            draft.Settle(offer.Slots[0]);
            return true;
        }

        await OfferAsync(draft, talk, clock, offer.Fault == WishFault.None ? "Callback.Choose" : $"Callback.Fault.{offer.Fault}", offer, cancellationToken);
        return false;
    }

    private static async Task OfferAsync(
        CallbackDraft draft, Talk talk, CustomerClock clock, string key, CallOffer offer, CancellationToken cancellationToken,
        params (string Name, object? Value)[] values)
    {
        draft.Offered = [.. offer.Slots.Select(at => new OfferedTime(clock.Label(at), at))];
        if (draft.Offered.Count == 0)
        {
            draft.Asked = Asked.Nothing;
            await talk.OfferAsync(Offer.Person, "Callback.NoSlots", cancellationToken);
            return;
        }

        draft.Asked = Asked.When;
        await talk.AskAsync(key, draft.Offered.Select(offered => offered.Label), cancellationToken, values);
    }

    private static Task SumUpAsync(CallbackDraft draft, Talk talk, CustomerClock clock, CancellationToken cancellationToken)
    {
        draft.Asked = Asked.Sure;
        talk.Memory.Offer = Offer.None;
        var yes = draft.Moves is null ? new[] { "Quick.Yes", "Callback.YesRemind", "Quick.No" } : ["Quick.Yes", "Quick.No"];
        var words = talk.Text("Callback.Confirm", ("phone", draft.Phone), ("when", clock.Write(draft.At!.Value)), ("topic", draft.Topic));
        return talk.SendAsync(MessageFactory.SuggestedActions(yes.Select(talk.Label), words), cancellationToken);
    }
}
