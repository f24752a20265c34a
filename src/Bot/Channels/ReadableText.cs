using BotFramework.Schema;
using Markdig;

namespace Warmline.Bot.Channels;

/// <summary>Words for everything an activity can be, so that a reader of the log never meets an empty line.</summary>
internal static class ReadableText
{
    // Twice what a customer of the page may write; the activity itself is kept whole.
    private const int Longest = 20_000;

    /// <summary>Of what the bot says: its summary tells all that its cards show. A customer's summary is not believed.</summary>
    public static string OfReply(Activity activity) => activity.Summary is { } summary
        ? string.Join('\n', Buttons(activity).Prepend(summary)) : Of(activity);

    public static string Of(Activity activity)
    {
        var parts = new List<string>();
        if (!string.IsNullOrWhiteSpace(activity.Text))
        {
            parts.Add(activity.TextFormat == TextFormats.Markdown ? Plain(activity.Text) : activity.Text);
        }
        else if (activity.Value is { } value && activity.Type == ActivityTypes.Message)
        {
            parts.Add(value.ToString());
        }

        parts.AddRange((activity.Attachments ?? []).Select(a => $"[{a.Name ?? a.ContentType ?? "file"}]"));
        return KeptText.Of(string.Join('\n', parts.Concat(Buttons(activity))), Longest);
    }

    // Marks within marks, deeper than anybody means them: the library gives up there.
    private static string Plain(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown).Trim();
        }
        catch (ArgumentException)
        {
            return markdown;
        }
    }

    private static IEnumerable<string> Buttons(Activity activity) =>
        activity.SuggestedActions is { Actions: { Count: > 0 } actions } ? [string.Join(' ', actions.Select(a => $"[{a.Title}]"))] : [];
}
