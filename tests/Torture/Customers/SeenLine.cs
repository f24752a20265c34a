using System.Globalization;
using System.Text.Json;

namespace Warmline.Torture.Customers;

/// <summary>A line as a customer's client shows it.</summary>
internal sealed record SeenLine(long Seq, string Author, string Text, string? ClientId, DateTime Stamp)
{
    /// <summary>Null for what is never stored, such as typing.</summary>
    public static SeenLine? Of(JsonElement activity, string conversation)
    {
        if (!activity.TryGetProperty("id", out var id) || id.GetString() is not { } given || SeqOf(given, conversation) is not { } seq)
        {
            return null;
        }

        var data = activity.GetProperty("channelData");
        return new SeenLine(
            seq,
            data.GetProperty("warmline:author").GetString()!,
            Words(activity, "summary") ?? Words(activity, "text") ?? "",
            data.TryGetProperty("clientActivityID", out var client) ? client.GetString() : null,
            activity.GetProperty("timestamp").GetDateTime().ToUniversalTime());
    }

    // A card's summary says what it shows.
    private static string? Words(JsonElement activity, string property) => activity.TryGetProperty(property, out var words) ? words.GetString() : null;

    /// <summary>The number in an id; null when the id is of another conversation or form.</summary>
    public static long? SeqOf(string id, string conversation) =>
        id.StartsWith(conversation + "|", StringComparison.Ordinal)
        && long.TryParse(id.AsSpan(conversation.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : null;
}
