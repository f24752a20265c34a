using System.Collections;
using System.Globalization;
using System.Resources;
using Microsoft.Net.Http.Headers;

namespace Warmline.Bot.Pages.Chat;

/// <summary>The sentences of the chat page, of the demo shop, and those that Web Chat lacks, per language.</summary>
internal static class ChatText
{
    public const string DefaultLanguage = "en";

    public static readonly IReadOnlyList<string> Languages = [DefaultLanguage, "pl", "ru", "fa"];

    private static readonly ResourceManager PageTexts = Texts("ChatPage");
    private static readonly ResourceManager WebChatTexts = Texts("WebChatStrings");
    private static readonly ResourceManager DemoTexts = Texts("DemoPage");

    public static IReadOnlyDictionary<string, string> Page(string language) => Read(PageTexts, language);

    public static IReadOnlyDictionary<string, string> WebChat(string language) => Read(WebChatTexts, language);

    public static IReadOnlyDictionary<string, string> Demo(string language) => Read(DemoTexts, language);

    public static string Direction(string language) => language == "fa" ? "rtl" : "ltr";

    /// <summary>The first language asked for that we have: by the address, then by the browser's list.</summary>
    public static string Choose(string? asked, IEnumerable<StringWithQualityHeaderValue> accepted) =>
        Known(asked)
        ?? accepted.OrderByDescending(value => value.Quality ?? 1).Select(value => Known(value.Value.Value)).FirstOrDefault(known => known is not null)
        ?? DefaultLanguage;

    /// <summary>Our language for a tag such as "pl" or "fa-IR"; null when it is not one of ours.</summary>
    public static string? Known(string? tag)
    {
        var primary = tag?.Split('-', '_')[0];
        return Languages.FirstOrDefault(language => string.Equals(language, primary, StringComparison.OrdinalIgnoreCase));
    }

    private static ResourceManager Texts(string name) => new($"Warmline.Bot.Pages.Chat.{name}", typeof(ChatText).Assembly);

    // Exactly this language's file: a missing sentence is found by a test, not papered over with English.
    private static Dictionary<string, string> Read(ResourceManager texts, string language)
    {
        var culture = language == DefaultLanguage ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)
            ?? throw new MissingManifestResourceException($"{texts.BaseName} has no {language}.");
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }
}
