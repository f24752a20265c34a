namespace Warmline.Bot.Shop;

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

    /// <summary>The same for amounts a shop computed, with more decimals than money has.</summary>
    public static long? ToMinorRounded(decimal amount, string currency) => decimal.Abs(amount) > 1_000_000_000_000m
        ? null
        : ToMinor(decimal.Round(amount, MinorDigits(currency), MidpointRounding.AwayFromZero), currency);

    private static decimal Power(string currency) => MinorDigits(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
