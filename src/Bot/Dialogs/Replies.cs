using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Warmline.Bot.Dialogs;

/// <summary>
/// Everything the bot says, from the <c>*Replies.resx</c> of this folder and those below: each task's sentences lie beside it. A sentence may hold <c>{order}</c> (a value), <c>{n|# day|# days}</c>
/// (the plural form that goes with a number, # being the number) and <c>[ by {date}]</c> (left out when a value in it is missing).
/// Replies are plain text: send them with <c>textFormat: plain</c>, so that no value is read as markup.
/// </summary>
internal static class Replies
{
    private const string Ending = "Replies.resources";

    private static readonly ResourceManager[] Texts =
    [
        .. typeof(Replies).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(typeof(Replies).Namespace!, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^".resources".Length], typeof(Replies).Assembly)),
    ];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage =
        Languages.All.ToFrozenDictionary(language => language, Load);

    /// <summary>The sentence in the language, English for a language we do not speak. Values that are null count as missing.</summary>
    /// <exception cref="ArgumentException">There is no such key, or a value the sentence needs is missing.</exception>
    public static string Say(string key, string language, params (string Name, object? Value)[] values) =>
        Sentence.Fill(Find(key, Known(language)), Known(language), values);

    /// <summary>
    /// One of the sentence's variants <c>key.1</c>, <c>key.2</c> …: pass how often this key was said in the conversation (0, 1, 2 …)
    /// and no sentence repeats until all had their turn. A sentence without variants is said as it is.
    /// </summary>
    public static string SayAnew(string key, string language, int timesSaid, params (string Name, object? Value)[] values)
    {
        var texts = ByLanguage[Known(language)];
        var variants = Enumerable.Range(1, texts.Count).TakeWhile(number => texts.ContainsKey(Variant(key, number))).Count();
        return Say(variants == 0 ? key : Variant(key, (Math.Max(timesSaid, 0) % variants) + 1), language, values);
    }

    /// <summary>Every sentence of one language, for tests and the editor.</summary>
    public static IReadOnlyDictionary<string, string> All(string language) => ByLanguage[Known(language)];

    private static string Find(string key, string language)
    {
        var texts = ByLanguage[language];
        return texts.GetValueOrDefault(key) ?? texts.GetValueOrDefault(Variant(key, 1))
            ?? throw new ArgumentException($"There is no reply \"{key}\".", nameof(key));
    }

    private static string Variant(string key, int number) => string.Create(CultureInfo.InvariantCulture, $"{key}.{number}");

    // "pl-PL" is Polish; a language without replies gets English rather than nothing.
    private static string Known(string language) => Languages.Of(language) ?? Languages.Default;

    private static FrozenDictionary<string, string> Load(string language) =>
        Texts.SelectMany(table => Load(table, language)).ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<DictionaryEntry> Load(ResourceManager table, string language)
    {
        var culture = language == Languages.Default ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = table.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"{table.BaseName} for \"{language}\" is not beside the program.");
        return set.Cast<DictionaryEntry>();
    }
}
