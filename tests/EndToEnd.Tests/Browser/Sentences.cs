using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace Warmline.EndToEnd.Tests.Browser;

/// <summary>What Warmline says in a language, from its own resource files, as patterns that match any filling and any variant.</summary>
internal sealed partial class Sentences(string language)
{
    private static readonly ResourceManager[] Replies = [.. BotTables()];
    private static readonly ResourceManager System = Of("Warmline.Handoff.Conversations.SystemTexts", "Warmline.Handoff");
    private static readonly ResourceManager Chat = Of("Warmline.Bot.Pages.Chat.ChatPage", "Warmline.Bot");
    private static readonly ResourceManager Desk = Of("Warmline.Handoff.Desk.DeskTexts", "Warmline.Handoff");
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    /// <summary>A sentence of the bot.</summary>
    public Regex Bot(string key) => Pattern(new[] { key, $"{key}.1", $"{key}.2", $"{key}.3" }.SelectMany(k => Replies.Select(table => table.GetString(k, _culture))));

    /// <summary>A line of the house itself.</summary>
    public Regex House(string key) => Pattern([System.GetString(key, _culture)]);

    public string OnChat(string key) => Chat.GetString(key, _culture)!;

    public Regex AtDesk(string key) => Pattern([Desk.GetString(key, _culture)]);

    // The longest piece without blanks to fill is enough to know a sentence by.
    private static Regex Pattern(IEnumerable<string?> sentences)
    {
        var pieces = sentences.OfType<string>().Select(s => Fillings().Split(s).MaxBy(piece => piece.Length)!.Trim());
        return new Regex(string.Join('|', pieces.Select(Regex.Escape)));
    }

    private static IEnumerable<ResourceManager> BotTables() => global::System.Reflection.Assembly.Load("Warmline.Bot").GetManifestResourceNames()
        .Where(name => name.StartsWith("Warmline.Bot.Dialogs.", StringComparison.Ordinal) && name.EndsWith("Replies.resources", StringComparison.Ordinal))
        .Select(name => Of(name[..^".resources".Length], "Warmline.Bot"));

    private static ResourceManager Of(string name, string assembly) => new(name, global::System.Reflection.Assembly.Load(assembly));

    [GeneratedRegex(@"\[[^\]]*\]|\{[^}]*\}")]
    private static partial Regex Fillings();
}
