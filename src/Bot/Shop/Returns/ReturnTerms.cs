using Warmline.Bot.Shop.Writes;

namespace Warmline.Bot.Shop.Returns;

/// <summary>The rules as they are for one item: each value from the most particular rule that has it.</summary>
internal sealed class ReturnTerms(ReturnPolicy policy, string? category, string? country)
{
    private readonly List<ReturnRule> _rules =
        [.. policy.Rules.Where(rule => rule.Weight(category, country) >= 0).OrderByDescending(rule => rule.Weight(category, country))];

    public int? WindowDays => _rules.Select(rule => rule.WindowDays).FirstOrDefault(days => days is not null) ?? policy.WindowDays;

    public int WarrantyYears => _rules.Select(rule => rule.WarrantyYears).FirstOrDefault(years => years is not null) ?? policy.WarrantyYears;

    public PaidBy? ShippingPaidBy =>
        _rules.Select(rule => rule.ReturnShippingPaidBy).FirstOrDefault(who => who is not null) ?? policy.ReturnShippingPaidBy;

    /// <summary>Why such an item does not come back; null when nothing stands against it.</summary>
    public ReturnReason? Exclusion(OrderItem item, ItemCondition condition)
    {
        if (_rules.Select(rule => rule.IsExcluded).FirstOrDefault(excluded => excluded is not null) == true)
        {
            return ReturnReason.Category;
        }

        return Is(item, ItemTraits.Digital, Returns.Exclusion.Digital) ? ReturnReason.Digital
            : Is(item, ItemTraits.MadeToOrder, Returns.Exclusion.MadeToOrder) ? ReturnReason.MadeToOrder
            : Is(item, ItemTraits.OnSale, Returns.Exclusion.OnSale) ? ReturnReason.OnSale
            : Is(item, ItemTraits.Hygiene, Returns.Exclusion.OpenedHygiene) && condition is ItemCondition.Opened or ItemCondition.Used ? ReturnReason.OpenedHygiene
            : condition == ItemCondition.Used && !policy.UsedIsFine ? ReturnReason.Used
            : null;
    }

    /// <summary>What must be so, as far as the customer did not say it.</summary>
    public ReturnCondition Condition(OrderItem item, ItemCondition condition) =>
        condition == ItemCondition.Sealed ? ReturnCondition.None
        : Is(item, ItemTraits.Hygiene, Returns.Exclusion.OpenedHygiene) ? ReturnCondition.Sealed
        : condition == ItemCondition.Unknown && !policy.UsedIsFine ? ReturnCondition.NotUsed
        : ReturnCondition.None;

    private bool Is(OrderItem item, ItemTraits trait, Exclusion excluded) => item.Traits.HasFlag(trait) && policy.Excluded.Contains(excluded);
}
