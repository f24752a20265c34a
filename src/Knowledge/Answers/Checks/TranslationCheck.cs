using System.Text.RegularExpressions;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>Whether a translation kept what must not change: figures, dates, addresses, codes and names, nothing lost and nothing added.</summary>
internal static partial class TranslationCheck
{
    private const int ShortestStem = 3;

    // A name takes other endings in Polish and Russian: "Anna", "Annie".
    private const int LongestEnding = 2;

    public static bool Survives(string original, string translation) =>
        FactSheet.Of(original).Carries(translation) && FactSheet.Of(translation).Carries(original) && Names(original).All(name => IsIn(name, translation));

    private static IEnumerable<string> Names(string text)
    {
        // Beside another script, every word in Latin letters is a name; within it, a capital inside a sentence tells.
        var isOther = text.Count(c => char.IsLetter(c) && c > '\u024F') > text.Count(c => char.IsLetter(c) && c <= '\u024F');
        return (isOther ? LatinWord() : InnerCapital()).Matches(text).Select(match => TextNormalizer.Normalize(match.Value))
            .Where(name => name.Length >= ShortestStem && !FigureWords.Months.ContainsKey(name) && !FigureWords.Weekdays.ContainsKey(name));
    }

    private static bool IsIn(string name, string translation) =>
        TextNormalizer.Normalize(translation).Contains(name[..Math.Max(ShortestStem, name.Length - LongestEnding)], StringComparison.Ordinal);

    [GeneratedRegex(@"\b[A-Za-z]{3,}\b(?!_\d)", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"(?<=[\p{Ll}\p{Nd},;] )\p{Lu}\p{Ll}{2,}\b", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex InnerCapital();
}
