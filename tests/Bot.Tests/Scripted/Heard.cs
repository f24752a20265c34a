using System.Text.RegularExpressions;
using Warmline.Bot.Dialogs;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Which of the bot's sentences stand in what was heard: keys without the number of the variant, in the order in which they end.</summary>
internal sealed partial class Heard
{
    // Words on buttons, and sentences that are nearly all value.
    private static readonly string[] Left = ["Quick.", "Format.", "Order.State.", "Order.Item", "Return.Cause.", "Return.Wanted.", "Return.To.", "Return.Condition.", "Return.Part.", "Change.Cause.", "Change.Part.", "Call."];

    private static readonly Dictionary<string, List<(string Key, Regex Pattern)>> ByLanguage =
        Languages.All.ToDictionary(language => language, language => Replies.All(language)
            .Where(sentence => !Left.Any(left => sentence.Key.StartsWith(left, StringComparison.Ordinal)) || sentence.Key.StartsWith("Order.Items", StringComparison.Ordinal))
            .Select(sentence => (Variant().Replace(sentence.Key, ""), Pattern(sentence.Value))).ToList());

    private Heard(IReadOnlyList<(string Key, string Order)> sentences) => Sentences = sentences;

    /// <summary>With the number of the order that the sentence names; empty when it names none.</summary>
    public IReadOnlyList<(string Key, string Order)> Sentences { get; }

    public bool Has(string key) => Sentences.Any(sentence => sentence.Key == key);

    public bool Any(Func<string, bool> fits) => Sentences.Any(sentence => fits(sentence.Key));

    /// <summary>What the bot wants to know: the last thing it asks counts.</summary>
    public string? Question => Sentences.Select(sentence => sentence.Key).LastOrDefault(Questions.Of.ContainsKey);

    public static Heard In(string text, string language) => new([.. ByLanguage[language]
        .Select(sentence => (sentence.Key, Match: sentence.Pattern.Match(text))).Where(found => found.Match.Success)
        .OrderBy(found => found.Match.Index + found.Match.Length).Select(found => (found.Key, found.Match.Groups["order"].Value))]);

    // A value may be anything in its line, an order's number only one word; what stands in brackets may be missing.
    private static Regex Pattern(string sentence) => new(
        string.Concat(Part().Matches(sentence).Select(part => part.Value switch
        {
            "[" => "(?:",
            "]" => ")?",
            "{order}" => @"(?<order>[#\w]+)",
            ['{', ..] => ".+?",
            var words => Regex.Escape(words),
        })),
        RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\[|\]|\{[^{}]*\}|[^\[\]{}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();
}
