using Warmline.Bot.Shop;
using Warmline.Bot.Shop.Returns;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Says of each item whether it may come back, why, and until when.</summary>
internal static class ReturnTelling
{
    /// <summary>Verdicts of the order's state, which nothing the customer says would change.</summary>
    public static bool IsByState(ItemDecision decision) => decision.Verdict is ReturnVerdict.NotDelivered or ReturnVerdict.Closed or ReturnVerdict.Person;

    public static string Text(Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions)
    {
        // What is the same for everything is said once.
        var alike = decisions.Select(decision => decision with { Item = decisions[0].Item, Quantity = 0 }).Distinct().Count() == 1;
        var lines = alike
            ? [Line(talk, order, decisions[0], decisions.Select(decision => slots.LabelOf(decision.Item.Id)))]
            : decisions.Select(decision => Line(talk, order, decision, [slots.LabelOf(decision.Item.Id)]));
        var yes = decisions.Where(decision => decision.MayStart).ToList();
        return string.Join('\n', lines.Concat(Conditions(talk, yes)));
    }

    /// <summary>The same for a person who takes over: which order, what the rules say, what was said. Short: long quotes are cut at the desk.</summary>
    public static IReadOnlyList<string> Evidence(Talk talk, ReturnSlots slots, Order order, IReadOnlyList<ItemDecision> decisions) =>
    [
        .. decisions.GroupBy(decision => decision.Verdict is ReturnVerdict.TooLate or ReturnVerdict.Excluded ? decision.Verdict : ReturnVerdict.Person).Select(alike => talk.Text(
            $"Return.Team.{alike.Key}", ("order", order.Number), ("items", alike.Select(decision => slots.LabelOf(decision.Item.Id))), ("last", alike.First().LastDay ?? alike.First().WarrantyUntil))),
        .. slots.Words is { } words ? [words] : Array.Empty<string>(),
    ];

    private static string Line(Talk talk, Order order, ItemDecision decision, IEnumerable<string> items) => talk.Text(
        $"Return.{(decision.MayStart ? "Yes" : "No")}.{decision.Reason}",
        ("items", items),
        ("last", decision.LastDay),
        ("until", decision.WarrantyUntil),
        ("reference", order.Requests.Count > 0 ? order.Requests[^1].Reference : null));

    private static IEnumerable<string> Conditions(Talk talk, List<ItemDecision> yes)
    {
        foreach (var condition in yes.Select(decision => decision.Condition).Distinct().Where(condition => condition != ReturnCondition.None))
        {
            yield return talk.Text($"Return.If.{condition}");
        }

        if (yes.Select(decision => decision.ShippingPaidBy).Distinct().ToList() is [{ } payer])
        {
            yield return talk.Text($"Return.Shipping.{payer}");
        }
    }
}
