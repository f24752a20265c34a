using System.Globalization;
using Warmline.Knowledge.Language;

namespace Warmline.Knowledge.Answers.Checks;

/// <summary>The words of <c>Words.txt</c>: units, months, weekdays and numbers of all four languages together, compared without their marks.</summary>
internal static class FigureWords
{
    private static readonly ILookup<string, (string Word, string Value)> ByKind = Read();

    public static readonly IReadOnlyDictionary<string, string> Units = Of("unit");
    public static readonly IReadOnlyDictionary<string, string> Weekdays = Of("weekday");
    public static readonly IReadOnlyDictionary<string, string> Months = Of("month");
    public static readonly IReadOnlyDictionary<string, int> Numbers =
        Of("number").ToDictionary(pair => pair.Key, pair => int.Parse(pair.Value, CultureInfo.InvariantCulture));

    public static readonly IReadOnlySet<string> Working = Of("working").Keys.ToHashSet();
    public static readonly IReadOnlySet<string> Ranges = Of("range").Keys.ToHashSet();

    /// <summary>The form in which words are compared; a sign of money or percent stays itself.</summary>
    public static string Form(string word) => word.Length == 1 && !char.IsLetter(word[0]) ? word : TextNormalizer.Normalize(word).Replace(" ", "", StringComparison.Ordinal);

    private static Dictionary<string, string> Of(string kind) =>
        ByKind[kind].DistinctBy(pair => pair.Word).ToDictionary(pair => pair.Word, pair => pair.Value);

    private static ILookup<string, (string Word, string Value)> Read()
    {
        using var file = new StreamReader(typeof(FigureWords).Assembly.GetManifestResourceStream("answers/words")!);
        return file.ReadToEnd().Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => line.Split('=', 2)).SelectMany(Words).ToLookup(one => one.Kind, one => (one.Word, one.Value));
    }

    private static IEnumerable<(string Kind, string Word, string Value)> Words(string[] line)
    {
        var name = line[0].Trim().Split(' ');
        return line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => (name[0], Form(word), name[1]));
    }
}
