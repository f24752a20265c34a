using System.Text.Json;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework.DirectLine;

/// <summary>Reads JSON from a stranger.</summary>
internal static class RequestBody
{
    // Half of what we write with: what came in must go out again inside pages and envelopes.
    private const int MaxDepth = 64;

    /// <summary>The body as <typeparamref name="T"/>; nothing when it is empty; else why not.</summary>
    internal static async Task<(T? Value, Refusal? Refusal)> ReadAsync<T>(HttpContext http, int maxBytes) where T : class
    {
        var bytes = await BytesAsync(http.Request, maxBytes, http.RequestAborted);
        if (bytes is null)
        {
            return (null, Refusals.TooLarge($"The body is larger than {maxBytes} bytes."));
        }

        if (bytes.Length == 0)
        {
            return (null, null);
        }

        return Parse<T>(bytes) is { } value ? (value, null) : (null, Refusals.Bad("The body is not the JSON object expected here."));
    }

    private static T? Parse<T>(byte[] bytes) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var value = document.RootElement.ValueKind == JsonValueKind.Object
                ? document.Deserialize<T>(ProtocolJson.Options)
                : null;

            // Half a surrogate pair deep inside can be read but never written again: better refused now than in every reader.
            _ = JsonSerializer.SerializeToUtf8Bytes(value, ProtocolJson.Options);
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > maxBytes)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
