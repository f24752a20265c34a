using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace BotFramework.Schema;

/// <summary>The one way activities and dialog state become JSON and come back.</summary>
public static class ProtocolJson
{
    /// <summary>
    /// Names in camelCase and compared exactly, nulls omitted, letters of every alphabet as they are (HTML's own characters
    /// stay escaped, so the text is safe inside a page too).
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    /// <summary>Any value as a JSON element that depends on nothing.</summary>
    public static JsonElement ToElement(object? value) => value is JsonElement element
        ? element.Clone()
        : JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerOptions.Default)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            MaxDepth = 128,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
