using System.Text.Json;
using System.Text.Json.Nodes;

namespace Warmline.TestSupport.Channels;

/// <summary>A request as it arrived: the path still escaped.</summary>
public sealed record ConnectorCall(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Whether the channel did it, whatever the caller got to know.</summary>
    public bool IsWritten { get; init; }

    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public JsonNode? Json => Body.Length == 0 ? null : JsonNode.Parse(Body);

    public string? Text => Json is JsonObject body ? (string?)body["text"] : null;
}

/// <summary>How a call goes wrong.</summary>
public sealed record ChannelTrouble
{
    /// <summary>The answer; 0 to answer as if nothing were wrong.</summary>
    public int Status { get; init; }

    public string? Body { get; init; }

    /// <summary>Seconds or a date.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Where to go instead (with a 3xx status).</summary>
    public string? Location { get; init; }

    /// <summary>Answers only after this.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Answers only when this is done.</summary>
    public Task? Until { get; init; }

    /// <summary>The connection ends where the answer would begin, after the body was taken and the thing done.</summary>
    public bool IsCut { get; init; }

    /// <summary>The connection ends in the middle of the answer, after the thing was done.</summary>
    public bool IsCutInAnswer { get; init; }

    public static ChannelTrouble Busy(string? retryAfter = null) => new() { Status = 429, RetryAfter = retryAfter };

    public static ChannelTrouble Of(int status, string? code = null) => new()
    {
        Status = status,
        Body = code is null ? null : JsonSerializer.Serialize(new { error = new { code, message = "No." } }),
    };
}
