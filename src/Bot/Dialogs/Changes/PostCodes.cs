using System.Globalization;
using System.Text.RegularExpressions;

namespace Warmline.Bot.Dialogs.Changes;

/// <summary>Post codes inside a line. Some look like nothing else; others are mere digits and count only where no house can be meant.</summary>
internal static partial class PostCodes
{
    /// <summary>Where the code stands in a part of an address; null when there is none.</summary>
    public static Match? In(string part)
    {
        if (Certain().Match(part) is { Success: true } certain)
        {
            return certain;
        }

        return Digits().Match(part) is { Success: true } digits && IsAlone(part.Remove(digits.Index, digits.Length)) ? digits : null;
    }

    /// <summary>A code, where one was asked for.</summary>
    public static string? Answer(string text) =>
        Certain().Match(text) is { Success: true } certain ? Written(certain.Value)
        : Any().Match(text) is { Success: true } any && any.Value.Any(char.IsDigit) ? Written(any.Value) : null;

    public static string Written(string code) =>
        string.Concat(code.Trim().Select(c => char.IsDigit(c) ? ((int)CharUnicodeInfo.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture) : char.ToUpperInvariant(c).ToString()));

    // Beside a bare number a street or another number means a house.
    private static bool IsAlone(string rest) => !rest.Any(char.IsDigit) && !AddressWords.Street().IsMatch(rest);

    [GeneratedRegex(@"(?<![\d\p{L}-])(?:\d{2}-\d{3}|^\d{6}(?= \p{IsCyrillic})|\d{5}-\d{4,5}|\d{10}|\d{4} ?[A-Z]{2}(?= |$)|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{3} \d{2}|[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4})(?![\d\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Certain();

    [GeneratedRegex(@"(?<![\d\p{L}/-])\d{4,6}(?![\d\p{L}/-])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![\d\p{L}])[A-Za-z]{0,2}\d[A-Za-z\d]{0,9}(?:[- ]?[A-Za-z\d]*\d[A-Za-z\d]*)?(?![\d\p{L}])", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
