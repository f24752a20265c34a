using BotFramework.Schema;
using Markdig;

namespace Warmline.Bot.Channels;

/// <summary>Words for everything an activity can be, so that a reader of the log never meets an empty line.</summary>
internal static class ReadableText
{
    /// <summary>Of what the bot says: its summary tells all that its cards show. A customer's summary is not believed.</summary>
    public static string OfReply(Activity activity) => activity.Summary is { } summary
        ? string.Join('\n', Buttons(activity).Prepend(summary)) : Of(activity);

    public static string Of(Activity activity)
    {
        var parts = new List<string>();
        if (!string.IsNullOrWhiteSpace(activity.Text))
        {
            parts.Add(activity.TextFormat == TextFormats.Markdown ? Markdown.ToPlainText(activity.Text).Trim() : activity.Text);
        }
        else if (activity.Value is { } value && activity.Type == ActivityTypes.Message)
        {
            parts.Add(value.ToString());
        }

        parts.AddRange((activity.Attachments ?? []).Select(a => $"[{a.Name ?? a.ContentType ?? "file"}]"));
        return string.Join('\n', parts.Concat(Buttons(activity)));
    }

    private static IEnumerable<string> Buttons(Activity activity) =>
        activity.SuggestedActions is { Actions: { Count: > 0 } actions } ? [string.Join(' ', actions.Select(a => $"[{a.Title}]"))] : [];
}
