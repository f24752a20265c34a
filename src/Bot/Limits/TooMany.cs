using System.Globalization;
using System.Threading.RateLimiting;
using BotFramework.Schema;
using Microsoft.AspNetCore.RateLimiting;

namespace Warmline.Bot.Limits;

/// <summary>
/// The answer to one too many: 429, when to come again, and the protocol's error body; readable for a browser of any origin, as the endpoint
/// itself is. Only a client that polls for lines is answered "nothing new": it would never ask again after an error.
/// </summary>
internal static class TooMany
{
    private const int LongestMark = 19;

    public static async ValueTask AnswerAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var (http, response) = (rejected.HttpContext, rejected.HttpContext.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments(Visit.DirectLine, StringComparison.OrdinalIgnoreCase))
        {
            response.Headers.AccessControlAllowOrigin = "*";
            response.Headers.AccessControlExposeHeaders = "Retry-After";
        }

        response.Headers.RetryAfter = Seconds(rejected.Lease).ToString(CultureInfo.InvariantCulture);
        await (IsPollForLines(http.Request)
            ? NothingNewAsync(http, cancellationToken)
            : response.WriteAsJsonAsync(
                ErrorResponse.Of("TooManyRequests", "That was a little too much at once. Try again shortly."),
                ProtocolJson.Options, null, cancellationToken));
    }

    private static bool IsPollForLines(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && Visit.WishOf(request) == Wish.Poll
        && request.Path.Value!.TrimEnd('/').EndsWith("/activities", StringComparison.OrdinalIgnoreCase);

    private static Task NothingNewAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var mark = http.Request.Query["watermark"].ToString();
        var same = mark.Length is > 0 and <= LongestMark && mark.All(char.IsAsciiDigit) ? mark : "0";
        http.Response.StatusCode = StatusCodes.Status200OK;
        return http.Response.WriteAsJsonAsync(new { activities = Array.Empty<object>(), watermark = same }, cancellationToken);
    }

    private static int Seconds(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
}
