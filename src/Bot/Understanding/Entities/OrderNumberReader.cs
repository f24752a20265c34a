using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Understanding;

/// <summary>Finds order numbers as the customer wrote them; the shop puts them into its own form.</summary>
internal sealed partial class OrderNumberReader(IOptions<OrderNumberOptions> options)
{
    private const int NearWords = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly string[] BuiltIn = [@"#\s?[A-Z]{0,3}-?\d{4,12}", @"[A-Z]{1,3}-?\d{4,12}"];

    private readonly IReadOnlyList<Regex> _patterns =
        (options.Value.NumberPatterns.Count > 0 ? options.Value.NumberPatterns : BuiltIn).Select(Compile).ToList();

    /// <exception cref="ArgumentException">The shop's expression is not one.</exception>
    public static Regex Compile(string pattern) =>
        new($@"(?<![\w#-])(?:{pattern})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    /// <param name="text">The line with Latin digits and without e-mail addresses.</param>
    /// <param name="line">The same line in words.</param>
    /// <param name="orderWords">Indexes of words that speak of an order ("order", "number").</param>
    public IEnumerable<string> Read(string text, Line line, IReadOnlyList<int> orderWords) =>
        _patterns.SelectMany(pattern => Matches(pattern, text))
            .Concat(PlainNumber().Matches(text).Where(match => IsAboutAnOrder(match, text, line, orderWords)))
            .OrderBy(match => match.Index)
            .DistinctBy(match => match.Index + match.Length)
            .Select(match => match.Value);

    // A shop's own expression may choke on a customer's text; then that expression finds nothing and the turn goes on.
    private static List<Match> Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.Matches(text).ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return [];
        }
    }

    private static bool IsAboutAnOrder(Match match, string text, Line line, IReadOnlyList<int> orderWords)
    {
        if (text.Trim(' ', '.', '!', '?', '#') == match.Value)
        {
            return true;
        }
        var index = line.Words.TakeWhile(word => word.End <= match.Index).Count();
        return orderWords.Any(word => Math.Abs(word - index) <= NearWords);
    }

    [GeneratedRegex(@"(?<![\w+#\-.,:/])\d{5,12}(?![\w\-]|[.,:/]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
