using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotFramework.Schema;

namespace BotFramework.DirectLine.Files;

/// <summary>
/// Links that open one file without a header, for a day or two: an <c>img</c> element can't send one. They stay the same for a day,
/// so that a browser that has the picture need not fetch it again.
/// </summary>
internal sealed class FileLinks(ISigningKeys keys, TimeProvider time)
{
    private const int SignatureBytes = 16;

    /// <summary>The lines as a client gets them: what refers to a kept file becomes a link below <paramref name="address"/>.</summary>
    internal async ValueTask<ActivitySet> WriteAsync(ActivitySet set, string address, CancellationToken cancellationToken)
    {
        if (!set.Activities.Any(HasFiles))
        {
            return set;
        }

        var key = (await keys.CurrentAsync(cancellationToken))[0];
        return set with { Activities = [.. set.Activities.Select(activity => HasFiles(activity) ? Linked(activity, address, key) : activity)] };
    }

    /// <summary>Whether <paramref name="given"/> was made here for this file and still counts.</summary>
    internal async ValueTask<bool> IsGoodAsync(string fileId, string given, CancellationToken cancellationToken)
    {
        var (until, signature) = given.Split('-', 2) is [var first, var second] ? (first, second) : ("", "");
        return long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > time.GetUtcNow().ToUnixTimeSeconds()
            && (await keys.CurrentAsync(cancellationToken)).Aggregate(false, (good, key) => good | CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(key, fileId, seconds))));
    }

    private static bool HasFiles(Activity activity) => activity.Attachments?.Any(attachment => FileReference.Read(attachment.ContentUrl) is not null) == true;

    // A copy: the line may be the store's own, and others read it too.
    private Activity Linked(Activity line, string address, SigningKey key)
    {
        var activity = line.Clone();
        var until = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero).ToUnixTimeSeconds();
        foreach (var attachment in activity.Attachments!)
        {
            if (FileReference.Read(attachment.ContentUrl) is { } id)
            {
                attachment.ContentUrl = string.Create(
                    CultureInfo.InvariantCulture, $"{address}{Uri.EscapeDataString(id)}?t={until}-{Sign(key, id, until)}");

                // Web Chat shows a user's own picture only where it has a small one too.
                attachment.ThumbnailUrl = attachment.ContentType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true
                    ? attachment.ContentUrl
                    : null;
            }
        }

        return activity;
    }

    private static string Sign(SigningKey key, string fileId, long until) => Base64Url.EncodeToString(HMACSHA256.HashData(
        key.Key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"file\n{fileId}\n{until}"))).AsSpan(0, SignatureBytes));
}
