namespace Warmline.Bot.Shop;

/// <summary>What the shop tells the owner of an order; nothing here is for anyone else's eyes.</summary>
internal sealed record Order
{
    /// <summary>As the shop writes it, <c>#W123</c>; compared through <see cref="OrderNumber"/>.</summary>
    public required string Number { get; init; }

    public required string Email { get; init; }

    public required OrderStatus Status { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>ISO 4217 code; <see cref="Currencies.MinorDigits"/> says how minor units become an amount.</summary>
    public required string Currency { get; init; }

    public string? CustomerName { get; init; }

    /// <summary>UTC. Unknown for shops that don't tell.</summary>
    public DateTime? PlacedAt { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Always an absolute http or https address.</summary>
    public Uri? TrackingUrl { get; init; }

    /// <summary>The day the shop named; only what is recorded here may be promised.</summary>
    public DateOnly? PromisedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DeliveredAt { get; init; }

    /// <summary>The last day the parcel waits at the pickup point.</summary>
    public DateOnly? PickupUntil { get; init; }

    /// <summary>Money given back, in minor units.</summary>
    public long? RefundMinor { get; init; }
}

/// <summary>One line of an order. <paramref name="Options"/> is the shop's own text, such as <c>colour: blue, size: M</c>.</summary>
internal sealed record OrderItem(string Name, int Quantity, string? Options, long UnitPriceMinor);

internal static class Currencies
{
    private static readonly HashSet<string> WithoutMinor =
        ["BIF", "CLP", "DJF", "GNF", "IRT", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> WithThreeDigits = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    /// <summary>Decimals of a currency by ISO 4217; <c>IRT</c> is the toman, which has no ISO code and is written without decimals.</summary>
    public static int MinorDigits(string currency) =>
        WithoutMinor.Contains(currency) ? 0 : WithThreeDigits.Contains(currency) ? 3 : 2;

    public static decimal ToAmount(long minor, string currency) => minor / Power(currency);

    /// <summary>Null when the amount has more decimals than the currency, or is out of range.</summary>
    public static long? ToMinor(decimal amount, string currency)
    {
        if (decimal.Abs(amount) > 1_000_000_000_000m)
        {
            return null;
        }

        var minor = amount * Power(currency);
        return minor == decimal.Truncate(minor) ? (long)minor : null;
    }

    private static decimal Power(string currency) => MinorDigits(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
