using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadWithoutNulls } },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    // A list on the wire may hold nulls, and nobody means anything by them.
    private static void ReadWithoutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Set is { } set && property.PropertyType is { IsGenericType: true } list && list.GetGenericTypeDefinition() == typeof(IList<>))
            {
                property.Set = (target, value) => set(target, value is IList read ? WithoutNulls(read) : value);
            }
        }
    }

    private static IList WithoutNulls(IList list)
    {
        var kept = 0;
        for (var at = 0; at < list.Count; at++)
        {
            if (list[at] is { } item)
            {
                list[kept++] = item;
            }
        }

        while (list.Count > kept)
        {
            list.RemoveAt(list.Count - 1);
        }

        return list;
    }
}
