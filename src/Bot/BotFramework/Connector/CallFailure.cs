using System.Net;
using System.Text.Json;

namespace BotFramework.Connector;

/// <summary>Names what went wrong, and what is known of its effect.</summary>
internal static class CallFailure
{
    private const int LongestCode = 100;

    internal static ConnectorException Of(HttpResponseMessage response, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        new(Outcome(response.StatusCode), Code(body) ?? response.StatusCode.ToString(), $"The channel answered {(int)response.StatusCode}.")
        {
            Status = response.StatusCode,
            RetryAfter = RetryAfter(response, now),
        };

    internal static ConnectorException Of(Exception exception, HttpStatusCode? status)
    {
        // After the connection stands, bytes may have left: only what fails before that surely wrote nothing.
        var never = exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return never
            ? new ConnectorException(ConnectorOutcome.NothingWritten, "NotReached", "The channel could not be reached.", exception)
            : new ConnectorException(ConnectorOutcome.Unknown, "AnswerLost", "The connection broke.", exception) { Status = status };
    }

    /// <summary>Only the connection has a time limit of its own; then nothing was sent yet.</summary>
    internal static ConnectorException Of(OperationCanceledException exception) => exception.InnerException is TimeoutException
        ? new ConnectorException(ConnectorOutcome.NothingWritten, "NotReached", "The channel could not be reached in time.", exception)
        : new ConnectorException(ConnectorOutcome.Unknown, "TimedOut", "The channel did not answer in time.", exception);

    private static ConnectorOutcome Outcome(HttpStatusCode status) => (int)status switch
    {
        429 or 412 => ConnectorOutcome.NothingWritten,
        408 => ConnectorOutcome.Unknown,
        >= 500 => ConnectorOutcome.ServerFailed,
        _ => ConnectorOutcome.Refused,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }

    /// <summary>Both shapes: <c>{"error":{"code"}}</c>, and the older <c>{"errorCode":209,"message":"{\"subCode\":…}"}</c>.</summary>
    private static string? Code(ReadOnlySpan<byte> body)
    {
        try
        {
            var root = JsonSerializer.Deserialize<JsonElement>(body);
            return Text(root, "error", "code") ?? SubCode(Text(root, "message")) ?? Text(root, "errorCode");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? SubCode(string? message) =>
        message is ['{', ..] ? Text(JsonSerializer.Deserialize<JsonElement>(message), "subCode") : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind is JsonValueKind.String or JsonValueKind.Number && element.ToString() is { Length: > 0 and <= LongestCode } text
            ? text
            : null;
    }
}
