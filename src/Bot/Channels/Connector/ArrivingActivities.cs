using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotFramework.Schema;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Delivery;

namespace Warmline.Bot.Channels.Connector;

/// <summary>What an activity from a channel means for the log.</summary>
internal static class ArrivingActivities
{
    private const int LongestChannel = 32;
    private const int LongestName = 100;
    private const int LongestUserId = 128;

    /// <summary>Who comes with the activity and what they wrote; null when it is nothing for the log.</summary>
    public static ChannelArrival? Of(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => Arrival(activity, activity.From!) with { Line = Said(activity, LineKind.Said, activity.Id) },
        ActivityTypes.Event => Arrival(activity, activity.From!) with { Line = Said(activity, LineKind.Event, activity.Id) },
        ActivityTypes.MessageUpdate => Changed(activity, LineKind.Edit),
        ActivityTypes.MessageDelete => Changed(activity, LineKind.Delete),
        ActivityTypes.ConversationUpdate when Newcomer(activity) is { } newcomer => Arrival(activity, newcomer),
        _ => null,
    };

    /// <summary>Whether the log could keep it.</summary>
    public static bool IsKeepable(Activity activity) => activity.ChannelId is { Length: <= LongestChannel } channel && !channel.Contains('\0', StringComparison.Ordinal);

    // The bot itself is added to every conversation; that alone does not say who the customer is.
    private static ChannelAccount? Newcomer(Activity activity) =>
        activity.MembersAdded?.FirstOrDefault(member => !string.IsNullOrEmpty(member.Id) && member.Id != activity.Recipient?.Id);

    private static ChannelArrival Changed(Activity activity, LineKind kind) => Arrival(activity, activity.From!) with
    {
        // The id is that of the message, so its moment tells one change from the next.
        Line = Said(activity, kind, $"{activity.Id}\n{activity.Timestamp?.ToString("O", CultureInfo.InvariantCulture)}"),
        TargetKey = Key(activity, ActivityTypes.Message, activity.Id),
    };

    private static ChannelArrival Arrival(Activity activity, ChannelAccount customer)
    {
        var reference = activity.GetConversationReference();
        reference.User = customer;

        // Where, not what was said last: then it seldom changes, and is seldom stored.
        reference.ActivityId = null;
        return new ChannelArrival(
            activity.ChannelId!, activity.Conversation!.Id!, UserId(customer.Id!), Name(customer), Languages.Of(activity.Locale) ?? Languages.Default,
            ProtocolJson.Write(reference));
    }

    private static CustomerLine Said(Activity activity, LineKind kind, string? id)
    {
        // Teams repeats every message as an attachment in HTML; it is no file.
        activity.Attachments = activity.Attachments?.Where(a => a.ContentType != "text/html").ToList() is { Count: > 0 } files ? files : null;
        activity.Text = activity.Text?.Replace("\0", "", StringComparison.Ordinal);
        return new CustomerLine(kind, ReadableText.Of(activity), ProtocolJson.Write(activity), Key(activity, activity.Type!, id), Name(activity.From!), null);
    }

    private static string? Key(Activity activity, string type, string? id) => string.IsNullOrEmpty(id)
        ? null
        : Hash($"{activity.ChannelId}\n{activity.Conversation!.Id}\n{type}\n{id}");

    private static string UserId(string id) => id.Length <= LongestUserId && !id.Contains('\0', StringComparison.Ordinal) ? id : Hash(id);

    private static string? Name(ChannelAccount account) =>
        account.Name is { } given && KeptText.Of(given, LongestName) is { Length: > 0 } name ? name : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
