using System.Text.RegularExpressions;

namespace Warmline.Bot.Understanding;

/// <summary>The customer's own words for a day and time ("tomorrow after 3 pm"), kept as said; nothing is calculated here.</summary>
internal static partial class WhenReader
{
    private const int WidestGap = 2;

    public static IReadOnlyList<string> Read(Line line, IReadOnlyList<RuleMatcher> matchers)
    {
        var places = matchers.SelectMany(matcher => matcher.Find("when", line))
            .SelectMany(hit => Enumerable.Range(hit.First, hit.Length))
            .Concat(ClockTimes(line))
            .Distinct().Order().ToList();
        var spans = new List<(int First, int Last)>();
        foreach (var place in places)
        {
            if (spans.Count > 0 && place - spans[^1].Last <= WidestGap)
            {
                spans[^1] = (spans[^1].First, place);
            }
            else
            {
                spans.Add((place, place));
            }
        }
        return spans.Select(span => line.Quote(span.First, WithNumber(line, span.Last))).ToList();
    }

    // "between 10 and 12": the number a span leads up to belongs to it.
    private static int WithNumber(Line line, int last) =>
        last + 1 < line.Words.Count && line.Words[last + 1] is { Text: { Length: <= 2 } text } && text.All(char.IsAsciiDigit) ? last + 1 : last;

    private static IEnumerable<int> ClockTimes(Line line)
    {
        foreach (Match match in ClockTime().Matches(Letters.LatinDigits(line.Text)))
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                if (line.Words[i].Start < match.Index + match.Length && line.Words[i].End > match.Index)
                {
                    yield return i;
                }
            }
        }
    }

    [GeneratedRegex(@"(?<![\d.:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.:])|(?<!\d)\d{1,2}\s?[ap]\.?m\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 200)]
    private static partial Regex ClockTime();
}
