using System.Text.RegularExpressions;
using Warmline.Bot.Dialogs;

namespace Warmline.Bot.Tests.Scripted;

/// <summary>Which of the bot's sentences stand in what was heard: keys without the number of the variant.</summary>
internal sealed partial class Heard
{
    private static readonly Dictionary<string, List<(string Key, Regex Pattern)>> ByLanguage =
        Languages.All.ToDictionary(language => language, language => Replies.All(language)
            .Where(sentence => !sentence.Key.StartsWith("Quick.", StringComparison.Ordinal) && !sentence.Key.StartsWith("Format.", StringComparison.Ordinal))
            .Select(sentence => (Variant().Replace(sentence.Key, ""), Pattern(sentence.Value))).ToList());

    private Heard(IReadOnlyList<string> keys) => Keys = keys;

    public IReadOnlyList<string> Keys { get; }

    public bool Has(string key) => Keys.Contains(key);

    public static Heard In(string text, string language) =>
        new([.. ByLanguage[language].Where(sentence => sentence.Pattern.IsMatch(text)).Select(sentence => sentence.Key).Distinct()]);

    // A value may be anything; what stands in brackets may be missing.
    private static Regex Pattern(string sentence) => new(
        string.Concat(Part().Matches(sentence).Select(part => part.Value switch
        {
            "[" => "(?:",
            "]" => ")?",
            ['{', ..] => @"[\s\S]+?",
            var words => Regex.Escape(words),
        })),
        RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\[|\]|\{[^{}]*\}|[^\[\]{}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Variant();
}
