using System.Text.Json;
using System.Text.Json.Serialization;

namespace Warmline.Bot.Shop.Remote;

/// <summary>Reads what a shop's system sent; unknown fields are welcome, a wrong form is not an answer.</summary>
internal static class ShopJson
{
    public static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        MaxDepth = 64,
    };

    /// <exception cref="ShopUnavailableException">It is not what it should be. What it is, is not told: it may hold a customer's data.</exception>
    public static T Read<T>(WireAnswer answer, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body, options) ?? throw new ShopUnavailableException("The shop's system answered null.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new ShopUnavailableException($"The shop's system answered in another form ({(e as JsonException)?.Path ?? "no place"}).");
        }
    }

    /// <summary>The same, or null: an error's body may be anything.</summary>
    public static T? TryRead<T>(WireAnswer answer, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
