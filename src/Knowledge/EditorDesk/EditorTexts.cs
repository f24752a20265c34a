using System.Globalization;
using System.Resources;
using System.Security.Claims;
using Warmline.Knowledge.Articles;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.EditorDesk;

/// <summary>What the editor's pages say, in one language.</summary>
internal sealed class EditorTexts(string language)
{
    // First strong isolate … pop: a name or number of another script inside a sentence stays whole.
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';
    private const string Culture = "culture";
    private static readonly ResourceManager Texts = new("Warmline.Knowledge.EditorDesk.EditorTexts", typeof(EditorTexts).Assembly);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public string Direction => DirectionOf(language);

    public string this[string key] => Texts.GetString(key, _culture) ?? key;

    public static string DirectionOf(string language) => language == "fa" ? "rtl" : "ltr";

    /// <summary>The language of the account.</summary>
    public static EditorTexts For(ClaimsPrincipal user) =>
        new(ArticleLanguages.All.FirstOrDefault(known => known == user.FindFirstValue(Culture)) ?? "en");

    public string Say(string key, params IReadOnlyList<object> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values.Select(object (value) => $"{IsolateStart}{value}{IsolateEnd}").ToArray());

    /// <summary>What is wrong, in words.</summary>
    public string Problem(ContentProblem problem)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = _culture;
        try
        {
            return problem.Sentence;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The name of a value such as a state.</summary>
    public string Name(string group, object value) => this[$"{group}.{value}"];

    /// <summary>A sentence with the form that goes with a number: "1 article", "3 articles".</summary>
    public string Count(string key, long number) =>
        string.Format(CultureInfo.InvariantCulture, Plurals.Choose(language, number, this[key].Split('|')), Number(number));

    /// <summary>In the digits of the language.</summary>
    public string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return language == "fa" ? string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? (char)('۰' + (c - '0')) : c)) : digits;
    }

    /// <summary>A share of 1 in whole hundredths; null: nothing was counted.</summary>
    public string Percent(double? share) => share is { } some
        ? string.Format(CultureInfo.InvariantCulture, this["percent"], Number((long)Math.Round(some * 100))) : "—";
}
