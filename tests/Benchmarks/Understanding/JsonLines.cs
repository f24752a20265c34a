using System.Text.Encodings.Web;
using System.Text.Json;

namespace Warmline.Benchmarks.Understanding;

/// <summary>One JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<T> Read<T>(string file) => File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(Of<T>);

    public static T Of<T>(string line) =>
        JsonSerializer.Deserialize<T>(line, Format) ?? throw new InvalidDataException($"Not an object: {line}");

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Format);
}
