using System.Globalization;
using System.Text;

namespace Warmline.Bot.Shop;

/// <summary>The one place that decides which ways of writing an order number mean the same order.</summary>
internal static class OrderNumber
{
    private const int Longest = 100;

    // Letters a Russian keyboard gives that look like Latin ones on a receipt.
    private const string Cyrillic = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    /// <summary>
    /// <c>#W123</c>, <c>w 123</c>, <c>W-۱۲۳</c> all become <c>W123</c>. Empty when nothing usable is left.
    /// Letters of the number itself count: <c>123</c> is not <c>W123</c>.
    /// </summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            return "";
        }

        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(key, rune);
        }

        return key.ToString();
    }

    /// <summary>Two ways of writing one number.</summary>
    public static bool IsSame(string one, string other) => Normalise(one) == Normalise(other);

    private static void Append(StringBuilder key, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            key.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (Rune.IsLetter(rune))
        {
            var upper = Rune.ToUpperInvariant(rune);
            var at = upper.IsBmp ? Cyrillic.IndexOf((char)upper.Value, StringComparison.Ordinal) : -1;
            key.Append(at < 0 ? upper.ToString() : Latin[at].ToString());
        }
    }
}
