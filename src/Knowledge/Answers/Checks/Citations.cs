using System.Globalization;
using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Numbers of sources in square brackets: <c>[1]</c>, <c>[1, 3]</c>, in the digits of any script.</summary>
internal static partial class Citations
{
    public static IReadOnlyList<int> Of(string text) => [.. Brackets().Matches(text).SelectMany(match => Numbers(match.Value)).Distinct()];

    public static string Without(string text) => Brackets().Replace(text, "");

    /// <summary>The text with other numbers in their place.</summary>
    public static string Renumber(string text, Func<int, string> number) =>
        Brackets().Replace(text, match => string.Concat(Numbers(match.Value).Select(each => $"[{number(each)}]")));

    private static IEnumerable<int> Numbers(string brackets) => Digits().Matches(brackets).Select(match => int.Parse(
        string.Concat(match.Value.Select(digit => (char)('0' + (int)char.GetNumericValue(digit)))), CultureInfo.InvariantCulture));

    // Not the words of a link.
    [GeneratedRegex(@"\[[ \p{Nd}]{1,6}(?:[,،][ \p{Nd}]{1,6}){0,5}\](?!\()", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\p{Nd}{1,5}", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Digits();
}
