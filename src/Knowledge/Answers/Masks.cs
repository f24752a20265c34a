using System.Text.RegularExpressions;
using Warmline.Knowledge.Answers.Checks;

namespace Warmline.Knowledge.Answers;

/// <summary>
/// Takes addresses, links and the numbers of orders, telephones and cards out of what leaves the house, and puts them back into what
/// comes in. Prices, days and dates stay: they tell nobody who somebody is. Names of people are not found.
/// </summary>
internal sealed partial class Masks
{
    private const int ShortestNumber = 4;
    private readonly Dictionary<string, string> _marks = [];

    public string Masked(string text)
    {
        var named = Link().Replace(Mail().Replace(text, match => Mark("EMAIL", match.Value)), match => Mark("LINK", match.Value));
        return Number().Replace(named, match => IsPersonal(named, match) ? Mark("NUMBER", match.Value) : match.Value);
    }

    /// <summary>Null when there is a mark in it that was never given.</summary>
    public string? Restored(string text)
    {
        var originals = _marks.ToDictionary(pair => pair.Value, pair => pair.Key);
        return MarkOf().Matches(text).All(match => originals.ContainsKey(match.Value)) ? MarkOf().Replace(text, match => originals[match.Value]) : null;
    }

    /// <summary>Whether a masked text leads to a place that somebody else named.</summary>
    public static bool HasLink(string masked) => masked.Contains("LINK_", StringComparison.Ordinal);

    private string Mark(string kind, string original)
    {
        if (!_marks.TryGetValue(original, out var mark))
        {
            _marks[original] = mark = $"{kind}_{_marks.Count + 1}";
        }

        return mark;
    }

    private static bool IsPersonal(string text, Match match)
    {
        var digits = match.Value.Count(char.IsDigit);
        var isCode = char.IsLetter(match.Value[0]);
        return digits >= ShortestNumber && (isCode || !FactReader.Read($"{match.Value} {NextWord(text, match)}").All(IsHarmless));
    }

    // A date, or a figure that counts something.
    private static bool IsHarmless(Fact fact) => fact.AnyOf.All(form => form[0] is 'd' or 't' || form.Contains('|', StringComparison.Ordinal));

    private static string NextWord(string text, Match match) => Following().Match(text, match.Index + match.Length).Value;

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]*[\p{L}\p{Nd}]", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:https?://|www\.)\S*[\p{L}\p{Nd}/=&#_-]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 500)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_])(?:\p{L}{1,6}[-–/#]?)?\+?\(?\p{Nd}(?:[ \u200C\u00A0().,/–-]{0,2}\p{Nd}){1,40}", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[\s\u200C]*(?:[%٪€$£₽]|[\p{L}\u200C]+)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Following();

    [GeneratedRegex(@"\b(?:EMAIL|LINK|NUMBER)_\d+", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex MarkOf();
}
