using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Warmline.Bot.Pages.Chat;

/// <summary>The sentences of the chat page, of the demo shop, and those that Web Chat lacks, per language.</summary>
internal static class ChatText
{
    private static readonly ResourceManager PageTexts = Texts("ChatPage");
    private static readonly ResourceManager WebChatTexts = Texts("WebChatStrings");
    private static readonly ResourceManager DemoTexts = Texts("DemoPage");

    public static IReadOnlyDictionary<string, string> Page(string language) => Read(PageTexts, language);

    /// <summary>
    /// What replaces Web Chat's own: the few that it lacks in Polish and Russian, and, in Persian, which it does not speak, all of
    /// them (kept in Web Chat's own format, because only Persian has them).
    /// </summary>
    public static IReadOnlyDictionary<string, string> WebChat(string language, ChatAssets assets)
    {
        var texts = Read(WebChatTexts, language);
        if (assets.Find($"webchat-{language}.json") is { } whole)
        {
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(whole)!)
            {
                texts.TryAdd(key, text);
            }
        }

        return texts;
    }

    public static IReadOnlyDictionary<string, string> Demo(string language) => Read(DemoTexts, language);

    public static string Direction(string language) => language == "fa" ? "rtl" : "ltr";

    /// <summary>The first language asked for that we have: by the address, then by the browser's list.</summary>
    public static string Choose(string? asked, IEnumerable<StringWithQualityHeaderValue> accepted) =>
        Languages.Of(asked)
        ?? accepted.OrderByDescending(value => value.Quality ?? 1).Select(value => Languages.Of(value.Value.Value)).FirstOrDefault(known => known is not null)
        ?? Languages.Default;

    private static ResourceManager Texts(string name) => new($"Warmline.Bot.Pages.Chat.{name}", typeof(ChatText).Assembly);

    // Exactly this language's file: a missing sentence is found by a test, not papered over with English.
    private static Dictionary<string, string> Read(ResourceManager texts, string language)
    {
        var culture = language == Languages.Default ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"{texts.BaseName} has no {language}.");
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }
}
