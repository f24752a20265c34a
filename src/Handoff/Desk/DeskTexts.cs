using System.Globalization;
using System.Resources;

namespace Warmline.Handoff.Desk;

/// <summary>What the desk says, in one language.</summary>
internal sealed class DeskTexts(string language)
{
    // First strong isolate … pop: a name or number of another script inside a sentence stays whole.
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';
    private static readonly ResourceManager Texts = new("Warmline.Handoff.Desk.DeskTexts", typeof(DeskTexts).Assembly);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public string Direction => language == "fa" ? "rtl" : "ltr";

    public string this[string key] => Texts.GetString(key, _culture) ?? key;

    public string Say(string key, params IReadOnlyList<object> args) =>
        string.Format(CultureInfo.InvariantCulture, this[key], args.Select(object (a) => $"{IsolateStart}{a}{IsolateEnd}").ToArray());

    /// <summary>A sentence of a group, or null: what stands in an address may be anybody's words and is never shown.</summary>
    public string? Find(string group, string? key) => key is null ? null : Texts.GetString($"{group}.{key}", _culture);

    /// <summary>The name of a value such as a reason; one nobody named yet is shown as it is.</summary>
    public string Name(string group, string value) => Find(group, value) ?? value;

    /// <summary>A sentence with the form that goes with a number: "again", "again 3 times".</summary>
    public string Count(string key, long number) => Fill(PluralForm.Choose(language, number, this[key]), number);

    /// <summary>"87%", as it is written in the language.</summary>
    public string Percent(double share) => Fill(this["percent"], Math.Round(share * 100));

    /// <summary>"line 4", "lines 4, 7 and 9".</summary>
    public string Lines(IReadOnlyList<long> numbers) => numbers.Count == 1
        ? Fill(this["in.line"], numbers[0])
        : Fill(this["in.lines"], Fill(this["list.and"], string.Join(this["list.comma"], numbers.SkipLast(1)), numbers[^1]));

    // Nothing but numbers: these need no isolating.
    private static string Fill(string sentence, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, sentence, numbers);
}
