using System.Buffers;
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
        var bytes = http.Request.ContentLength > maxBytes
            ? null
            : await BytesAsync(http.Request.Body, (length, _) => length <= maxBytes, http.RequestAborted);
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

    internal static T? Parse<T>(byte[] bytes) where T : class
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

    /// <summary>Everything, unless <paramref name="mayHold"/> says no to so many bytes, of which so many are new: then null.</summary>
    internal static async Task<byte[]?> BytesAsync(Stream body, Func<long, int, bool> mayHold, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (!mayHold(kept.Length + read, read))
                {
                    return null;
                }

                kept.Write(buffer, 0, read);
            }

            return kept.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
