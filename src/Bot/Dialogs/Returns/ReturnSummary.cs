using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;
using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>What is going to be asked of the shop, to say yes to.</summary>
internal static class ReturnSummary
{
    public static string Text(Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions, ReturnPolicy policy) =>
        string.Join('\n', Lines(talk, slots, order, decisions, policy).Append(talk.Text("Return.Sure")).Where(line => line.Length > 0));

    private static IEnumerable<string> Lines(Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions, ReturnPolicy policy)
    {
        var items = slots.Items.Select(chosen => talk.Text("Order.Item", ("name", slots.LabelOf(chosen.Id)), ("quantity", slots.QuantityOf(chosen) is > 1 and var many ? many : (object?)null)));
        yield return talk.Text($"Return.Sum.{slots.Wanted}", ("order", order.Number), ("items", items));
        foreach (var instead in slots.Instead)
        {
            yield return Swap(talk, slots, order, instead);
        }

        if (Why(talk, slots) is { } why)
        {
            yield return talk.Text("Return.Sum.Cause", ("cause", why));
        }

        if (decisions.Any(decision => decision.IsDayUnproven))
        {
            yield return talk.Text("Return.Sum.Day", ("day", slots.DeliveredOn));
        }

        if (slots.Wanted == Resolution.Money)
        {
            yield return ReturnMoney.Text(talk, order.Payment, slots.RefundTo ?? RefundTo.OriginalPayment, policy);
        }

        foreach (var condition in decisions.Select(decision => decision.Condition).Where(condition => condition != ReturnCondition.None).Distinct())
        {
            yield return talk.Text($"Return.If.{condition}");
        }

        if (decisions.Select(decision => decision.ShippingPaidBy).Distinct().ToList() is [{ } payer])
        {
            yield return talk.Text($"Return.Shipping.{payer}");
        }

        yield return Photos(talk, slots);
    }

    private static string Swap(Talk talk, ReturnSlots slots, Order order, Instead instead)
    {
        var pieces = slots.QuantityOf(slots.Items.First(item => item.Id == instead.ItemId));
        var difference = instead.DifferenceMinor * pieces;
        return talk.Text(
            "Return.Sum.Instead", ("item", slots.LabelOf(instead.ItemId)), ("wanted", instead.Wanted),
            ("pay", difference > 0 ? MoneyOf(difference.Value, order.Currency) : (object?)null),
            ("back", difference < 0 ? MoneyOf(-difference.Value, order.Currency) : (object?)null));
    }

    private static string? Why(Talk talk, ReturnSlots slots)
    {
        const int LongestShown = 120;
        return slots.Cause != ReturnCause.Unsaid ? talk.Label($"Return.Cause.{slots.Cause}")
            : slots.Words is { } words ? words.Length > LongestShown ? words[..LongestShown] + "…" : words
            : null;
    }

    private static string Photos(Talk talk, ReturnSlots slots) => ReturnPhotos.Ids(talk).Count is > 0 and var count
        ? talk.Text("Return.Sum.Photos", ("photos", count))
        : slots.Cause.IsSellersFault() ? talk.Text("Return.Sum.AskPhoto") : "";

    private static Money MoneyOf(long minor, string currency) =>
        new Money(Currencies.ToAmount(minor, currency), currency, Currencies.MinorDigits(currency));
}
