using System.Text;
using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>
/// Reads the facts of a text in any of our languages, in one form for all ways to write them: digits of every script, thousands
/// separators, decimal commas, dates, number words before a unit.
/// </summary>
internal static partial class FactReader
{
    private const char ZeroWidthNonJoiner = '\u200C';

    public static IReadOnlyList<Fact> Read(string text)
    {
        var plain = ListMark().Replace(Plain(text), "");
        var (addresses, rest) = Addresses.Take(plain);
        return [.. addresses, .. FigureReader.Read(Token.AllOf(rest))];
    }

    // One kind of digits and separators; no marks of direction.
    private static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            var value = char.IsDigit(c) ? (int)char.GetNumericValue(c) : -1;
            result.Append(c switch
            {
                _ when value >= 0 => ((char)('0' + value)).ToString(),
                '٫' => ".",
                '٬' or '،' => ",",
                '٪' => "%",
                ZeroWidthNonJoiner or '\u200E' or '\u200F' or (>= '\u2066' and <= '\u2069') or '\u061C' or '\u00AD' or '*' => "",
                '\u00A0' or '\u202F' or '\u2009' => " ",
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }

    // "1." before a point of a list counts the points.
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s+", RegexOptions.Multiline, matchTimeoutMilliseconds: 500)]
    private static partial Regex ListMark();
}
