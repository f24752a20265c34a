using System.Security.Cryptography;
using System.Text;

namespace Warmline.Benchmarks.Understanding;

/// <summary>The folder of public sets.</summary>
internal sealed class EvaluationData(string folder)
{
    private const string Train = "train";
    private const int TrainDigits = 12;

    public string Peer => Path.Combine(folder, "nlpjs.mjs");

    public bool IsThere => Directory.Exists(Path.Combine(folder, "dev"));

    public bool Has(string set) => File.Exists(FileOf(Name(set).Set));

    /// <summary>All rows of a set, or with <c>SET:LANGUAGE</c> those of one language.</summary>
    public IReadOnlyList<EvaluationRow> Rows(string set)
    {
        var (name, language) = Name(set);
        return [.. JsonLines.Read<EvaluationRow>(FileOf(name)).Where(row => language is null || row.Lang == language)];
    }

    /// <summary>Where the authors published no split, the second hexadecimal digit of the text's hash tells: 0 to b trains.</summary>
    public static bool IsForTraining(EvaluationRow row) => row.Split is { } split ? split == Train : SecondDigit(row.Text) < TrainDigits;

    public string FileOf(string set) => Path.Combine(folder, "dev", set, "dev.jsonl");

    private static int SecondDigit(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[0] & 0xF;

    private static (string Set, string? Language) Name(string set) =>
        set.Split(':') is [var name, var language] ? (name, language) : (set, null);
}
