using System.Globalization;
using System.Text.RegularExpressions;
using Warmline.Knowledge.Language;

namespace Warmline.Bot.Dialogs;

/// <summary>Fills a sentence of <c>Replies*.resx</c>. Values go in last and are never read as part of the sentence.</summary>
internal static partial class Sentence
{
    public static string Fill(string sentence, string language, IEnumerable<(string Name, object? Value)> values)
    {
        var present = values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Name, pair => pair.Value!);
        var without = Optional().Replace(sentence, part =>
            Placeholder().Matches(part.Value).All(hole => present.ContainsKey(hole.Groups["name"].Value)) ? part.Groups["inside"].Value : "");
        return Placeholder().Replace(without, hole => Value(hole, sentence, language, present));
    }

    /// <summary>The names a sentence needs or may use, in order.</summary>
    public static IEnumerable<string> Names(string sentence) =>
        Placeholder().Matches(sentence).Select(hole => hole.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The forms of each plural in the sentence.</summary>
    public static IEnumerable<string[]> PluralForms(string sentence) =>
        Placeholder().Matches(sentence).Where(hole => hole.Groups["forms"].Success).Select(hole => hole.Groups["forms"].Value.Split('|'));

    private static string Value(Match hole, string sentence, string language, Dictionary<string, object> present)
    {
        var name = hole.Groups["name"].Value;
        if (!present.TryGetValue(name, out var value))
        {
            throw new ArgumentException($"The reply \"{sentence}\" needs a value for {{{name}}}.", nameof(present));
        }
        if (!hole.Groups["forms"].Success)
        {
            return PeopleFormat.Insert(value, language);
        }
        var number = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        var form = Plurals.Choose(language, number, hole.Groups["forms"].Value.Split('|'));
        return form.Replace("#", PeopleFormat.Number(number, language), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[(?<inside>[^\[\]]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(?<name>\w+)(?:\|(?<forms>[^{}]*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
