namespace Warmline.Bot.Dialogs;

/// <summary>How a language writes a currency beside an amount; the ISO code where it has no habit of its own.</summary>
internal static class CurrencySigns
{
    private static readonly Dictionary<string, string> Persian = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IRT"] = "تومان",
        ["IRR"] = "ریال",
        ["EUR"] = "یورو",
        ["USD"] = "دلار",
        ["GBP"] = "پوند",
        ["PLN"] = "زلوتی",
        ["RUB"] = "روبل",
    };

    private static readonly Dictionary<string, string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EUR"] = "€",
        ["USD"] = "$",
        ["GBP"] = "£",
        ["IRT"] = "toman",
    };

    public static string Of(string currency, string language) => (language, currency.ToUpperInvariant()) switch
    {
        ("fa", _) => Persian.GetValueOrDefault(currency, currency),
        ("pl" or "ru", "PLN") => "zł",
        ("ru", "RUB") => "₽",
        _ => Everywhere.GetValueOrDefault(currency, currency),
    };
}
