using BotFramework.Schema;
using Warmline.Bot.Dialogs.Slots;
using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>What can't be done: an honest no with its reason, and what there is instead. Nobody argues; an exception is for a person.</summary>
internal static class ReturnRefusals
{
    /// <summary>Nothing of it may come back: says so, and what else there is.</summary>
    public static async Task<Acted<ReturnSlots>> RefuseAsync(
        Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions, ReturnPolicy policy, DateOnly today, CancellationToken cancellationToken)
    {
        var text = ReturnTelling.Text(talk, slots, order, decisions);
        if (decisions.Any(decision => decision.Verdict is ReturnVerdict.TooLate or ReturnVerdict.Excluded))
        {
            await talk.SendAsync(MessageFactory.Text(Alternatives(talk, slots, text, policy)), cancellationToken);
            return slots with { Ask = ReturnSlots.Exception };
        }

        if (decisions.Any(decision => decision.Verdict is ReturnVerdict.Person or ReturnVerdict.AskWhenDelivered))
        {
            await talk.SendAsync(MessageFactory.Text(text), cancellationToken);
            return await OfferAsync(talk, "Return.PersonCanSay", ReturnTelling.Evidence(talk, slots, order, decisions), cancellationToken);
        }

        if (order.Status == OrderStatus.Delayed || order.IsLate(today))
        {
            await talk.SendAsync(MessageFactory.Text(text), cancellationToken);
            return await OfferAsync(talk, "Return.LatePerson", ReturnTelling.Evidence(talk, slots, order, decisions), cancellationToken);
        }

        var canCancel = decisions.All(decision => decision.Reason == ReturnReason.CanBeCancelled);
        await talk.SendAsync(canCancel ? MessageFactory.SuggestedActions([talk.Label("Quick.Change")], text) : MessageFactory.Text(text), cancellationToken);
        return Acted<ReturnSlots>.Over();
    }

    /// <summary>Leaves out what can't come back, having said so; null when nothing is left.</summary>
    public static async Task<ReturnSlots?> WithoutAsync(
        Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> no, CancellationToken cancellationToken)
    {
        var ids = no.Select(decision => decision.Item.Id).ToHashSet(StringComparer.Ordinal);
        var open = slots.Items.Count > 0 ? slots.Items.Select(item => item.Id) : slots.Known.Select(item => item.Id);
        if (no.Count == 0 || open.All(ids.Contains))
        {
            return no.Count == 0 ? slots : null;
        }

        var news = no.Where(decision => !slots.Refused.Contains(decision.Item.Id)).ToList();
        if (news.Count > 0 && slots.Items.Count > 0)
        {
            await talk.SendAsync(MessageFactory.Text($"{ReturnTelling.Text(talk, slots, order, news)}\n{talk.Text("Return.Rest")}"), cancellationToken);
        }

        return slots with { Items = [.. slots.Items.Where(item => !ids.Contains(item.Id))], Refused = [.. slots.Refused.Union(ids)] };
    }

    /// <summary>Said once, before anything else is asked.</summary>
    public static async Task<ReturnSlots> ApologiseAsync(Talk talk, ReturnSlots slots, CancellationToken cancellationToken)
    {
        if (slots.HasApologised || !slots.Cause.IsSellersFault())
        {
            return slots;
        }

        await talk.SayAsync($"Return.Sorry.{slots.Cause}", cancellationToken);
        return slots with { HasApologised = true };
    }

    /// <summary>The customer wants a person to look whether the rules are final.</summary>
    public static async Task<Acted<ReturnSlots>> PassOnAsync(
        Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions, CancellationToken cancellationToken)
    {
        await talk.HandOverAsync("asked", ReturnTelling.Evidence(talk, slots, order, decisions), cancellationToken);
        return Acted<ReturnSlots>.Over();
    }

    /// <summary>What the bot can't have done: a repair, or a shop whose system does not take it.</summary>
    public static Task<Acted<ReturnSlots>> OnlyPersonAsync(
        Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions, CancellationToken cancellationToken) =>
        OfferAsync(
            talk, slots.Wanted == Resolution.Repair ? "Return.RepairPerson" : "Return.ShopPerson",
            [.. ReturnTelling.Evidence(talk, slots, order, decisions), talk.Label($"Return.Wanted.{slots.Wanted}")], cancellationToken);

    private static async Task<Acted<ReturnSlots>> OfferAsync(Talk talk, string key, IReadOnlyList<string> evidence, CancellationToken cancellationToken)
    {
        await talk.OfferAsync(Offer.Person, key, cancellationToken);
        talk.Memory.Evidence = [.. evidence];
        return Acted<ReturnSlots>.Over();
    }

    // A defect is another matter than a change of mind.
    private static string Alternatives(Talk talk, ReturnSlots slots, string text, ReturnPolicy policy) => slots.Cause.IsSellersFault() || policy.WarrantyYears == 0
        ? text
        : $"{text}\n{talk.Text("Return.IfFaulty", ("years", policy.WarrantyYears))}";
}
