using System.Text.RegularExpressions;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>One way to write a number: "1 299,00", "1,299.00" and "1299" are the same, "19,9" and "19.90" too.</summary>
internal static partial class Figures
{
    public static string Form(string number)
    {
        if (Grouped().Match(number) is { Success: true } grouped)
        {
            return Trimmed(Digits(grouped.Groups["whole"].Value), grouped.Groups["part"].Value);
        }

        var parts = number.Split('.', ',');
        return parts.Length == 2 ? Trimmed(Digits(parts[0]), parts[1]) : Trimmed(Digits(number), "");
    }

    private static string Trimmed(string whole, string part)
    {
        var start = whole.TrimStart('0');
        var end = part.TrimEnd('0');
        return (start.Length == 0 ? "0" : start) + (end.Length == 0 ? "" : "." + end);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(?<whole>\+?\d{1,3}(?:[ ,.'’]\d{3})+)(?:[.,](?<part>\d{1,2}))?$", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Grouped();
}
