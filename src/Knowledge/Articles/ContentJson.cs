using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Warmline.Knowledge.Articles;

/// <summary>Content as it is stored: the same content is always the same text.</summary>
internal static class ContentJson
{
    // Persian and Cyrillic stay readable; < > & and ' are escaped.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(ArticleContent content) => JsonSerializer.Serialize(content, Options);

    public static ArticleContent Read(string json) => JsonSerializer.Deserialize<ArticleContent>(json, Options)!;

    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
