using System.Globalization;
using Warmline.Bot.Understanding;

namespace Warmline.Bot.Dialogs.Returns;

/// <summary>Whether a typed word means a word of an item's name.</summary>
internal static class ItemWord
{
    private const int ShortestStem = 3;
    private const int LongestEnding = 3;

    public static bool IsMeant(string word, string typed, string language) => IsForm(word, typed, language)
        || (word.Length >= ShortestStem && typed.Length >= ShortestStem && !word.Any(char.IsDigit) && Typo.IsSlipOf(word, typed, stem: false));

    /// <summary>The word itself, or inflected.</summary>
    public static bool IsForm(string word, string typed, string language)
    {
        if (word == typed)
        {
            return word.Length >= ShortestStem || word.Any(char.IsDigit);
        }

        if (word.Length < ShortestStem || typed.Length < ShortestStem || word.Any(char.IsDigit))
        {
            return false;
        }

        var shared = word.AsSpan().CommonPrefixLength(typed);
        var ending = Math.Max(word.Length, typed.Length) - shared;

        // English only adds; the others change endings too.
        return shared >= ShortestStem && ending <= (shared == ShortestStem ? LongestEnding - 1 : LongestEnding)
            && (language != "en" || shared == Math.Min(word.Length, typed.Length));
    }
}

/// <summary>Small numbers as people say them of pieces.</summary>
internal static class PieceNumbers
{
    private const int MostDigits = 2;

    private static readonly Dictionary<string, int> Names = new(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["jeden"] = 1,
        ["jedna"] = 1,
        ["jedno"] = 1,
        ["jednego"] = 1,
        ["dwa"] = 2,
        ["dwie"] = 2,
        ["trzy"] = 3,
        ["cztery"] = 4,
        ["piec"] = 5,
        ["szesc"] = 6,
        ["один"] = 1,
        ["одна"] = 1,
        ["одну"] = 1,
        ["одно"] = 1,
        ["два"] = 2,
        ["две"] = 2,
        ["три"] = 3,
        ["четыре"] = 4,
        ["пять"] = 5,
        ["шесть"] = 6,
        ["یک"] = 1,
        ["یکی"] = 1,
        ["یکیش"] = 1,
        ["دو"] = 2,
        ["دوتا"] = 2,
        ["سه"] = 3,
        ["سهتا"] = 3,
        ["چهار"] = 4,
        ["پنج"] = 5,
        ["شش"] = 6,
    };

    public static int? Of(string word) =>
        word.Length <= MostDigits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Names.TryGetValue(word, out var named) ? named : null;
}
