namespace Warmline.Bot.Dialogs;

/// <summary>Channels of short plain messages: there an article is told in its editor's short form.</summary>
internal static class ShortChannels
{
    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase) { "sms", "facebook", "kik", "line", "viber", "whatsapp" };

    public static bool Are(string channel) => All.Contains(channel);
}
