using System.Collections.Frozen;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Search.Words;

/// <summary>
/// Words that customers of shops use for the same thing ("reimburse" for "refund"), a line each in <c>Concepts.*.txt</c>. A word
/// brings the concepts it may stand for along, which count less than the word itself.
/// </summary>
internal static class Concepts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string[]>> ByLanguage =
        ((string[])["en", "pl", "ru", "fa"]).ToFrozenDictionary(language => language, Read);

    /// <summary>The concepts of a stem, most often none.</summary>
    public static string[] Of(string stem, string language) =>
        ByLanguage.TryGetValue(language, out var concepts) && concepts.TryGetValue(stem, out var found) ? found : [];

    private static FrozenDictionary<string, string[]> Read(string language)
    {
        using var stream = typeof(Concepts).Assembly.GetManifestResourceStream($"concepts/{language}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany((line, number) => TextNormalizer.Words(line).Select(word => (Stem: Stems.Of(word, language), Concept: $"{Terms.Mark}{number}")))
            .GroupBy(pair => pair.Stem).ToFrozenDictionary(same => same.Key, same => same.Select(pair => pair.Concept).Distinct().ToArray());
    }
}
