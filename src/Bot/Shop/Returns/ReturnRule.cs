namespace Warmline.Bot.Shop.Returns;

/// <summary>
/// What differs for a category, a country, or both; what it leaves out is as the next less particular rule says.
/// Category and country compare without case.
/// </summary>
internal sealed record ReturnRule
{
    public string? Category { get; init; }

    /// <summary>Of the address the order went to: ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    public int? WindowDays { get; init; }

    public PaidBy? ReturnShippingPaidBy { get; init; }

    public int? WarrantyYears { get; init; }

    /// <summary>This category does not come back at all.</summary>
    public bool? IsExcluded { get; init; }

    /// <summary>How particular: a category counts more than a country. Negative when the rule is not for this item.</summary>
    public int Weight(string? category, string? country) =>
        !Fits(Category, category) || !Fits(Country, country) ? -1 : (Category is null ? 0 : 2) + (Country is null ? 0 : 1);

    private static bool Fits(string? rule, string? actual) => rule is null || string.Equals(rule, actual, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Goods that can't come back, as far as an item's traits tell.</summary>
internal enum Exclusion
{
    OpenedHygiene,
    Digital,
    MadeToOrder,
    OnSale,
}
