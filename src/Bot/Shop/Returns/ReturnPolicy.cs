using System.Globalization;
using System.Resources;

namespace Warmline.Bot.Shop.Returns;

internal enum PaidBy
{
    Shop,
    Customer,
}

/// <summary>The shop's rules of return, cancelling and changing, kept as data so that nobody types "30 days" twice. The form is in README.md.</summary>
internal sealed record ReturnPolicy
{
    private static readonly ResourceManager Texts = new("Warmline.Bot.Shop.ReturnWords", typeof(ReturnPolicy).Assembly);

    /// <summary>Days after delivery within which goods may come back; null: no last day.</summary>
    public required int? WindowDays { get; init; }

    /// <summary>Days after the parcel is back within which the money is returned.</summary>
    public required int RefundDays { get; init; }

    /// <summary>Null: told with the instructions of each return.</summary>
    public required PaidBy? ReturnShippingPaidBy { get; init; }

    /// <summary>What can't be returned, in the shop's words, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Exclusions { get; init; }

    /// <summary>Where to send what comes back, and how, by language: for a shop whose system does not say it with each return.</summary>
    public IReadOnlyDictionary<string, string> Instructions { get; init; } = new Dictionary<string, string>();

    /// <summary>Days after a return was registered within which it is to be sent; null: no last day.</summary>
    public int? SendWithinDays { get; init; }

    /// <summary>The same for the decision on an item.</summary>
    public IReadOnlyList<Exclusion> Excluded { get; init; } = [Exclusion.OpenedHygiene, Exclusion.Digital, Exclusion.MadeToOrder];

    /// <summary>Goods that were used, not only tried, may come back.</summary>
    public bool UsedIsFine { get; init; }

    /// <summary>Years after delivery in which a defect is the seller's; 0: the shop promises none here.</summary>
    public int WarrantyYears { get; init; } = 2;

    /// <summary>What differs by category and country; the most particular rule that names a value wins.</summary>
    public IReadOnlyList<ReturnRule> Rules { get; init; } = [];

    public RefundTimes Refunds { get; init; } = new();

    public OrderMoves Return { get; init; } = new() { From = [OrderStatus.Delivered] };

    public OrderMoves Exchange { get; init; } = new() { From = [OrderStatus.Delivered] };

    public CancelRules Cancel { get; init; } = new() { From = [OrderStatus.Placed, OrderStatus.Paid] };

    public OrderMoves ChangeAddress { get; init; } = new() { From = [OrderStatus.Placed, OrderStatus.Paid, OrderStatus.Packed] };

    /// <exception cref="InvalidDataException">Names the line and the field.</exception>
    public static ReturnPolicy Parse(byte[] utf8) => ReturnPolicyFile.Parse(utf8);

    /// <summary>Values for articles: <c>returns.windowDays</c>, <c>returns.refundDays</c>, <c>returns.warrantyYears</c>, and per language
    /// <c>returns.exclusions.pl</c>, <c>returns.shipping.pl</c> (a whole sentence). Numbers are plain digits; a value that the rules
    /// don't have (no last day, no warranty) is left out.</summary>
    public IReadOnlyDictionary<string, string> Placeholders()
    {
        var values = new Dictionary<string, string> { ["returns.refundDays"] = Digits(RefundDays) };
        if (WindowDays is { } window)
        {
            values["returns.windowDays"] = Digits(window);
        }

        if (WarrantyYears > 0)
        {
            values["returns.warrantyYears"] = Digits(WarrantyYears);
        }

        foreach (var language in ReturnPolicyFile.Languages)
        {
            var culture = CultureInfo.GetCultureInfo(language);
            values[$"returns.exclusions.{language}"] = string.Join(Texts.GetString("ListSeparator", culture), Exclusions[language]);
            values[$"returns.shipping.{language}"] = Texts.GetString($"ShippingPaidBy{ReturnShippingPaidBy?.ToString() ?? "Unsaid"}", culture)!;
        }

        return values;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
