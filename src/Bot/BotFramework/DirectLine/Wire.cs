using System.Globalization;
using System.Text.Json.Serialization;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>The body of <c>POST /conversations</c> and <c>POST /tokens/generate</c>.</summary>
internal sealed record TokenParameters(ChannelAccount? User, string? Locale, IReadOnlyList<string>? TrustedOrigins)
{
    // A token travels in a header, and all of this travels in the token.
    private const int LongestId = 128;
    private const int LongestName = 200;

    internal Refusal? Refuses() => this switch
    {
        { User.Id.Length: > LongestId } or { User.Name.Length: > LongestName } => Refusals.Bad("The user's id or name is too long."),
        _ => Origins.Read(TrustedOrigins) is null ? Refusals.Bad("trustedOrigins must be at most 10 origins, such as https://shop.example.") : null,
    };

    /// <summary>A new conversation of the site, for whom the parameters say.</summary>
    internal static DirectLineTicket TicketOf(TokenParameters? wanted, string site) =>
        new(DirectLineSites.NewConversationId(site), wanted?.User?.Id, wanted?.User?.Name) { TrustedOrigins = Origins.Read(wanted?.TrustedOrigins)! };
}

/// <summary>How a conversation is entered, newly or again.</summary>
internal sealed record ConversationAnswer(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);

/// <summary>A page of activities, or a frame of the stream; without a watermark the client keeps its own.</summary>
internal sealed record ActivityPage(IReadOnlyList<Activity> Activities, string? Watermark)
{
    internal static ActivityPage Of(ActivitySet set) => new(set.Activities, Marks.Write(set.Watermark));
}

/// <summary>The id given to a posted activity.</summary>
internal sealed record PostedId(string Id);

/// <summary>Watermarks on the wire.</summary>
internal static class Marks
{
    internal static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    /// <summary>The <c>watermark</c> of the query; absent or empty means from the first line; null when it is none of ours.</summary>
    internal static long? Read(HttpRequest request)
    {
        var given = request.Query["watermark"].ToString();
        return given.Length == 0 ? 0
            : long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark
            : null;
    }
}
