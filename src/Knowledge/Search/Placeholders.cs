using System.Globalization;
using System.Text.RegularExpressions;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search;

/// <summary>
/// Values inside articles: <c>{returns.windowDays}</c> is the host's value, <c>{returns.windowDays|dzień|dni|dni}</c> the word that
/// goes with it (forms in the order of <see cref="Plurals"/>). Whole numbers in Persian text get Persian digits.
/// </summary>
internal static partial class Placeholders
{
    /// <summary>The text with values in place, or the name of the first placeholder that has no usable value.</summary>
    public static (string? Text, string? Missing) Fill(string text, string language, IReadOnlyDictionary<string, string> values)
    {
        string? missing = null;
        var filled = Placeholder().Replace(text, match =>
        {
            var value = Value(match, language, values);
            missing ??= value is null ? match.Groups["name"].Value : null;
            return value ?? "";
        });
        return missing is null ? (filled, null) : (null, missing);
    }

    public static string WithoutThem(string text) => Placeholder().Replace(text, " ");

    private static string? Value(Match match, string language, IReadOnlyDictionary<string, string> values)
    {
        if (!values.TryGetValue(match.Groups["name"].Value, out var value))
        {
            return null;
        }

        var isNumber = long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (match.Groups["form"].Captures is { Count: > 0 } forms)
        {
            return isNumber ? Plurals.Choose(language, number, [.. forms.Select(form => form.Value)]) : null;
        }

        return isNumber && language == "fa" ? InPersianDigits(value) : value;
    }

    private static string InPersianDigits(string number) =>
        string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c));

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+(?:\.[a-zA-Z]+)*)(?:\|(?<form>[^|{}]+))*\}")]
    private static partial Regex Placeholder();
}
