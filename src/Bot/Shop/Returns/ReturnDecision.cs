using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>May it come back? A pure function of the order, the rules and the day.</summary>
internal static class ReturnDecision
{
    /// <summary>One decision per question, in their order; an item that is not in the order has none.</summary>
    public static IReadOnlyList<ItemDecision> Of(Order order, IEnumerable<ReturnQuestion> questions, ReturnPolicy policy, ShopDay now) =>
    [
        .. questions.Join(order.Items, question => question.ItemId, item => item.Id, (question, item) => (question, item))
            .Select(asked => Decide(order, asked.item, asked.question, policy, now)),
    ];

    /// <summary>The same for every item, as nothing was said about any.</summary>
    public static IReadOnlyList<ItemDecision> Of(Order order, ReturnPolicy policy, ShopDay now) =>
        Of(order, order.Items.Select(item => new ReturnQuestion(item.Id)), policy, now);

    private static ItemDecision Decide(Order order, OrderItem item, ReturnQuestion asked, ReturnPolicy policy, ShopDay now)
    {
        if (ReturnState.Hindrance(order, item, asked, policy) is var (verdict, reason))
        {
            return new ItemDecision(item, verdict, reason);
        }

        var terms = new ReturnTerms(policy, item.Category, order.Address?.Country);
        var known = ReturnState.DeliveredOn(order, item, now);
        var day = known ?? asked.DeliveredOn;
        var plain = Plain(item, asked, terms, day, now.Today) with
        {
            Quantity = ReturnState.Left(order, item),
            DeliveredOn = day,
            IsDayUnproven = known is null && day is not null,
            ShippingPaidBy = terms.ShippingPaidBy,
        };
        return asked.IsDefective ? Claim(plain, terms, day, now.Today) : plain;
    }

    // A change of mind.
    private static ItemDecision Plain(OrderItem item, ReturnQuestion asked, ReturnTerms terms, DateOnly? day, DateOnly today)
    {
        if (terms.Exclusion(item, asked.Condition) is { } excluded)
        {
            return new ItemDecision(item, ReturnVerdict.Excluded, excluded);
        }

        var condition = terms.Condition(item, asked.Condition);
        if (terms.WindowDays is not { } window)
        {
            return new ItemDecision(item, ReturnVerdict.Allowed, ReturnReason.NoLastDay) { Condition = condition };
        }

        if (day is not { } from)
        {
            return new ItemDecision(item, ReturnVerdict.AskWhenDelivered, ReturnReason.DayUnknown);
        }

        var last = from.AddDays(window);
        return today <= last
            ? new ItemDecision(item, ReturnVerdict.Allowed, ReturnReason.WithinWindow) { LastDay = last, Condition = condition }
            : new ItemDecision(item, ReturnVerdict.TooLate, ReturnReason.WindowOver) { LastDay = last };
    }

    // A defect is the seller's whatever the window and the exclusions say; the way back is on the seller.
    private static ItemDecision Claim(ItemDecision plain, ReturnTerms terms, DateOnly? day, DateOnly today)
    {
        if (terms.WarrantyYears == 0)
        {
            return plain.MayStart ? plain : plain with { Verdict = ReturnVerdict.Person };
        }

        var until = day?.AddYears(terms.WarrantyYears);
        var claim = plain with
        {
            Verdict = ReturnVerdict.Warranty,
            Reason = until is null ? ReturnReason.WarrantyDayUnknown : ReturnReason.WithinWarranty,
            LastDay = plain.Verdict == ReturnVerdict.Allowed ? plain.LastDay : null,
            WarrantyUntil = until,
            Condition = ReturnCondition.None,
            ShippingPaidBy = PaidBy.Shop,
        };
        return until < today ? plain with { Verdict = ReturnVerdict.TooLate, Reason = ReturnReason.WarrantyOver, WarrantyUntil = until } : claim;
    }
}
