using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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
                return ArticleRows.None(file, ContentFault.Form, "[]");
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
            return ArticleRows.None(file, ContentFault.Form, error.Message);
        }
    }

    public static string Write(IEnumerable<ArticleText> texts) => JsonSerializer.Serialize(
        texts.Select(text => new JsonRow(text.ArticleKey, text.Language, text.Content) { Properties = GivenProperties.Of(text.Properties) }), Options);

    private static void ReadRow(JsonElement element, string place, List<ArticleRow> rows, List<ImportLine> refused)
    {
        try
        {
            var row = element.Deserialize<JsonRow>(Options);
            if (row is null || HasHoles(row))
            {
                refused.Add(ArticleRows.Refusal(place, ContentFault.Form, "null"));
                return;
            }

            rows.Add(new(place, row.Key, row.Language, Tidy(row.Content), row.Properties));
        }
        catch (JsonException error)
        {
            refused.Add(ArticleRows.Refusal(place, ContentFault.Form, error.Message));
        }
    }

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
