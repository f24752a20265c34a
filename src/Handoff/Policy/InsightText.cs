using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Handoff.Policy;

/// <summary>How insights and reasons are stored: JSON of bounded size, letters of all languages as they are.</summary>
internal static class InsightText
{
    /// <summary>No <see cref="Brief"/> insight is longer; most have a few hundred letters.</summary>
    public const int Longest = 20_000;

    // It is read by this class alone and never part of a page, so nothing needs to be escaped for HTML.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter<HandoffKind>() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>Null for what an older or newer Warmline wrote in another shape.</summary>
    public static T? Read<T>(string text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
