using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>An array of <c>{"key","language","content":{"title","answer",…},"properties":{"tags","audience",…}}</c>.</summary>
internal static class JsonArticles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static ArticleRows Read(string text, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return ArticleRows.None(file, ContentFault.List, "");
            }

            var (rows, refused) = (new List<ArticleRow>(), new List<ImportLine>());
            foreach (var (at, element) in document.RootElement.EnumerateArray().Index())
            {
                ReadRow(element, $"{file}, [{at}]", rows, refused);
            }

            return new(rows, refused);
        }
        catch (JsonException error)
        {
            return ArticleRows.None(file, ContentFault.Json, Where(error));
        }
    }

    public static string Write(IEnumerable<ArticleText> texts) => JsonSerializer.Serialize(
        texts.Select(text => new JsonRow(text.ArticleKey, text.Language, text.Content) { Properties = GivenProperties.Of(text.Properties) }), Options);

    private static void ReadRow(JsonElement element, string place, List<ArticleRow> rows, List<ImportLine> refused)
    {
        try
        {
            if (WrongNames(element).ToList() is { Count: > 0 } names)
            {
                refused.Add(ArticleRows.Refusal(place, ContentFault.Names, string.Join(", ", names)));
                return;
            }

            var row = element.Deserialize<JsonRow>(Options);
            if (row is null || HasHoles(row))
            {
                refused.Add(ArticleRows.Refusal(place, ContentFault.Json, "null"));
                return;
            }

            rows.Add(new(place, row.Key, row.Language, Tidy(row.Content), row.Properties));
        }
        catch (JsonException error)
        {
            refused.Add(ArticleRows.Refusal(place, ContentFault.Json, Where(error)));
        }
    }

    // Unknown and missing ones of a row and of its content; the reader would tell of them in English and of one only.
    private static IEnumerable<string> WrongNames(JsonElement row)
    {
        var content = row.ValueKind == JsonValueKind.Object && row.TryGetProperty("content", out var found) ? found : default;
        return WrongNames(row, typeof(JsonRow)).Concat(WrongNames(content, typeof(ArticleContent)).Select(name => $"content.{name}"));
    }

    private static IEnumerable<string> WrongNames(JsonElement element, Type type)
    {
        var known = Options.GetTypeInfo(type).Properties;
        var names = element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(property => property.Name).ToList() : null;
        return names is null ? [] : names.Where(name => !known.Any(property => Is(property.Name, name)))
            .Concat(known.Where(property => property.IsRequired && !names.Exists(name => Is(property.Name, name))).Select(property => property.Name));

        static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    // Of a file the line and the place in it, of a row what leads to the value.
    private static string Where(JsonException error) => string.IsNullOrEmpty(error.Path) ? $"{error.LineNumber + 1}:{error.BytePositionInLine + 1}" : error.Path;

    // The reader lets null into lists of what is never null.
    private static bool HasHoles(JsonRow row) =>
        row.Content.Variants.Contains(null!) || row.Content.Buttons.Contains(null!) || row.Content.Cases.Any(one => one is null || one.Words.Contains(null!))
        || row.Properties.Tags?.Contains(null!) == true;

    private static ArticleContent Tidy(ArticleContent content) => content with
    {
        Answer = content.Answer.ReplaceLineEndings("\n"),
        ShortForm = content.ShortForm?.ReplaceLineEndings("\n"),
        Cases = [.. content.Cases.Select(one => one with { Answer = one.Answer.ReplaceLineEndings("\n") })],
    };

    private sealed record JsonRow(string Key, string Language, ArticleContent Content)
    {
        public GivenProperties Properties { get; init; } = new();
    }
}
