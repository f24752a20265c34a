using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using BotFramework.DirectLine;
using BotFramework.Schema;
using Microsoft.AspNetCore.Http;

namespace BotFramework;

/// <summary>Reads JSON from a stranger.</summary>
internal static class RequestBody
{
    // Half of the depth we write with: what came in must go out again inside pages and envelopes. A name that stands twice in one
    // object says two things, and whoever looks into it later would fail.
    private static readonly JsonSerializerOptions Shallow = new(ProtocolJson.Options) { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The body as <typeparamref name="T"/>; nothing when it is empty; else why not.</summary>
    internal static async Task<(T? Value, Refusal? Refusal)> ReadAsync<T>(HttpContext http, int maxBytes) where T : class
    {
        var reader = http.Request.BodyReader;
        while (http.Request.ContentLength is not { } length || length <= maxBytes)
        {
            var result = await reader.ReadAsync(http.RequestAborted);
            if (result.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                break;
            }

            if (result.IsCompleted)
            {
                var answer = Parse<T>(result.Buffer);
                reader.AdvanceTo(result.Buffer.End);
                return answer;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        return (null, Refusals.TooLarge($"The body is larger than {maxBytes} bytes."));
    }

    private static (T? Value, Refusal? Refusal) Parse<T>(ReadOnlySequence<byte> body) where T : class
    {
        if (body.IsEmpty)
        {
            return (null, null);
        }

        var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        return Parse<T>(bytes) is { } value ? (value, null) : (null, Refusals.Bad("The body is not the JSON object expected here."));
    }

    /// <summary>The bytes as <typeparamref name="T"/>, or null.</summary>
    internal static T? Parse<T>(ReadOnlySpan<byte> bytes) where T : class
    {
        try
        {
            // What can be read but never written again is better refused now than in every reader.
            return Utf8.IsValid(bytes) && WholeLetters(bytes) ? JsonSerializer.Deserialize<T>(bytes, Shallow) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether every half of a surrogate pair has its other half. In valid UTF-8 halves can only be written as <c>\uD83D\uDE00</c>,
    /// and in valid JSON a backslash only stands inside strings, so looking at the escapes is enough.
    /// </summary>
    internal static bool WholeLetters(ReadOnlySpan<byte> json)
    {
        for (int at; (at = json.IndexOf((byte)'\\')) >= 0;)
        {
            json = json[at..];
            var unit = Unit(json);
            if (char.IsLowSurrogate(unit) || (char.IsHighSurrogate(unit) && !char.IsLowSurrogate(Unit(json[6..]))))
            {
                return false;
            }

            json = json[Math.Min(json.Length, char.IsHighSurrogate(unit) ? 12 : unit == 0 ? 2 : 6)..];
        }

        return true;
    }

    /// <summary>The unit an escape <c>\uXXXX</c> stands for; 0 for every other beginning.</summary>
    private static char Unit(ReadOnlySpan<byte> json) =>
        json.Length >= 6 && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
