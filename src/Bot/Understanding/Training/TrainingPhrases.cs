using System.Security.Cryptography;
using System.Text;

namespace Warmline.Bot.Understanding.Training;

/// <summary>A phrase as somebody wrote it.</summary>
/// <param name="Language">en, pl, ru, fa.</param>
/// <param name="Label">The name of its file: an intent, or a mood.</param>
/// <param name="Hand">Who wrote it: phrases of one hand are held back together when the model is judged.</param>
internal sealed record TrainingPhrase(string Text, string Language, string Label, string Hand);

/// <summary>
/// The phrases the engine learns from, one a line in <c>&lt;language&gt;/&lt;label&gt;.txt</c>; <c># hand x</c> says who wrote
/// what follows; other lines that begin so are remarks. Ours are built in; a shop's own lie in a folder of the same shape.
/// </summary>
internal static class TrainingPhrases
{
    private const string Prefix = "Training.";
    private const char Remark = '#';
    private const string HandMark = "# hand ";
    private const string Shop = "shop";
    private static readonly string[] Moods = ["frustrated", "calm"];

    /// <summary>Changes when a phrase or a lexicon changes: a model knows what it was trained on.</summary>
    public static string Fingerprint()
    {
        var everything = ResourceNames(Prefix).Concat(ResourceNames("Lexicon.")).Select(ReadResource);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', everything))));
    }

    public static IEnumerable<TrainingPhrase> BuiltIn() => ResourceNames(Prefix).SelectMany(name =>
    {
        var parts = name.Split('.');
        return Read(ReadResource(name).Split('\n'), parts[1], parts[2], "");
    });

    /// <summary>Whether a file of phrases may be called so.</summary>
    public static bool IsLabel(string label) => Moods.Contains(label) || IntentNames.Find(label) is not null;

    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IEnumerable<TrainingPhrase> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => Read(File.ReadLines(file), Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file), Shop));

    private static IEnumerable<TrainingPhrase> Read(IEnumerable<string> lines, string language, string label, string hand)
    {
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith(HandMark, StringComparison.Ordinal))
            {
                hand = line[HandMark.Length..];
            }
            else if (line[0] != Remark)
            {
                yield return new TrainingPhrase(line, language, label, hand);
            }
        }
    }

    private static IEnumerable<string> ResourceNames(string prefix) => typeof(TrainingPhrases).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(TrainingPhrases).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
