using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Understanding;

/// <summary>Finds order numbers of the shop's forms; how a customer splits or spells them is <see cref="SaidNumbers"/>' matter.</summary>
internal sealed class OrderNumberReader(IOptions<OrderNumberOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly string[] BuiltIn = [@"#\s?[A-Z]{0,3}-?\d{4,12}", @"[A-Z]{1,3}-?\d{4,12}"];

    private readonly bool _needDigits = options.Value.NumberPatterns.Count == 0;

    private readonly IReadOnlyList<Regex> _patterns =
        (options.Value.NumberPatterns.Count > 0 ? options.Value.NumberPatterns.Select(pattern => Compile(pattern, Patience)) : BuiltIn.Select(pattern => Compile(pattern, Regex.InfiniteMatchTimeout))).ToList();

    /// <exception cref="ArgumentException">The shop's expression is not one.</exception>
    public static Regex Compile(string pattern) => Compile(pattern, Patience);

    private static Regex Compile(string pattern, TimeSpan patience) =>
        new($@"(?<![\w#-])(?:{pattern})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, patience);

    /// <param name="text">The line with Latin digits and without e-mail addresses.</param>
    public List<Place> Read(string text) =>
        _needDigits && !text.AsSpan().ContainsAnyInRange('0', '9') ? [] : [.. _patterns
            .SelectMany(pattern => Matches(pattern, text))
            .OrderBy(match => match.Index)
            .DistinctBy(match => match.Index + match.Length)
            .Where(match => match.Length > 0)
            .Select(match => new Place(match.Value, match.Index, match.Index + match.Length))];

    /// <summary>Whether this, and nothing around it, is a number of the shop's forms.</summary>
    public bool IsOne(string number) => _patterns.Any(pattern => Matches(pattern, number) is [var match, ..] && match.Length == number.Length);

    // A shop's own expression may choke on a customer's text; then that expression finds nothing and the turn goes on. A busy machine
    // may pause for as long: what was not found in time is looked for once more.
    private static List<Match> Matches(Regex pattern, string text) => InTime(pattern, text) ?? InTime(pattern, text) ?? [];

    private static List<Match>? InTime(Regex pattern, string text)
    {
        try
        {
            return pattern.Matches(text).ToList();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}

/// <summary>Something found, and where it stands in the line.</summary>
internal readonly record struct Place(string Value, int Start, int End);
