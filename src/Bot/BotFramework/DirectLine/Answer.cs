using System.Globalization;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>What a route answers.</summary>
internal sealed record Answer(int Status, object Body)
{
    internal static Answer Ok(object body) => new(StatusCodes.Status200OK, body);

    internal TimeSpan? RetryAfter { get; private init; }

    internal static Answer No(Refusal refusal) =>
        new(refusal.Status, ErrorResponse.Of(refusal.Code, refusal.Message)) { RetryAfter = refusal.RetryAfter };

    internal Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsJsonAsync(Body, Body.GetType(), ProtocolJson.Options, null, http.RequestAborted);
    }
}

/// <summary>The refusals this library makes itself. 403 is kept for tokens: a client that sees it disconnects for good.</summary>
internal static class Refusals
{
    internal static readonly Refusal NoCredentials =
        new(StatusCodes.Status401Unauthorized, "MissingAuthorization", "Send 'Authorization: Bearer <token>'.");

    internal static readonly Refusal Malformed = new(StatusCodes.Status401Unauthorized, "InvalidToken", "This is not a token.");

    internal static readonly Refusal Expired = new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    internal static readonly Refusal Foreign = new(StatusCodes.Status403Forbidden, "Forbidden", "The token is not for this.");

    internal static readonly Refusal WrongSecret = new(StatusCodes.Status403Forbidden, "Forbidden", "This needs the secret.");

    internal static readonly Refusal NotFound = new(StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");

    internal static readonly Refusal NoFile = new(StatusCodes.Status404NotFound, "NotFound", "There is no such file, or the link has expired.");

    internal static readonly Refusal NoSessions =
        new(StatusCodes.Status404NotFound, "NotSupported", "Sign-in cards are not supported here, so there are no sessions.");

    internal static readonly Refusal TooSlow = new(StatusCodes.Status408RequestTimeout, "RequestTimeout", "The upload took too long.");

    internal static readonly Refusal TooManyUploads = new(
        StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too much is being uploaded at this moment.", TimeSpan.FromSeconds(5));

    internal static readonly Refusal TooManyStreams = new(
        StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many streams are open.", TimeSpan.FromSeconds(5));

    internal static readonly Refusal Watermark = Bad("The watermark is not one of ours.");

    internal static readonly Refusal NotASocket = Bad("This address is for WebSocket connections.");

    internal static readonly Refusal Trouble =
        new(StatusCodes.Status500InternalServerError, "ServiceError", "Something went wrong here. Try again.");

    internal static Refusal Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    internal static Refusal TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", message);
}
