using Warmline.Benchmarks.Targets;
using Warmline.Benchmarks.Understanding;

namespace Warmline.Benchmarks.Retrieval;

/// <summary>
/// The starter articles and our own questions on them, a third of which none answers: only the odd lines, as the even ones chose the
/// weights. Once as a <see cref="FaqSet"/>, and once as rows of a public set, for a peer that reads only those.
/// </summary>
internal static class OwnQuestions
{
    public static readonly string[] Languages = ["en", "pl", "ru", "fa"];
    private const string Nobody = "-";
    private const string Fence = "---";
    private const string Item = "- ";
    private const string Title = "title: ";

    public static string NameOf(string language) => $"own_{language}";

    public static FaqSet Of(string language) => new(
        NameOf(language),
        [.. Directory.EnumerateFiles(Path.Combine(Workshop.Root, "src/Knowledge/Articles/Starter"), $"*.{language}.md").Order(StringComparer.Ordinal)
            .Select(file => Read(file, language))],
        [.. File.ReadLines(Path.Combine(Workshop.Root, $"tests/Knowledge.Tests/Search/Questions/{language}.tsv")).Where((_, number) => number % 2 == 1)
            .Select(line => line.Split('\t')).Where(parts => parts.Length == 2)
            .Select(parts => new FaqQuestion(parts[1], language, parts[0] == Nobody ? [] : [parts[0]]))]);

    /// <summary>All languages in a folder like that of the public sets, with the peer's script; the peer reads no answers.</summary>
    public static EvaluationData Write(string folder, EvaluationData like)
    {
        var data = new EvaluationData(folder);
        File.Copy(like.Peer, data.Peer);
        foreach (var set in Languages.Select(Of))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(data.FileOf(set.Name))!);
            var taught = set.Articles.SelectMany(article => article.Variants.Prepend(article.Question).Select(text => Row(text, article.Lang, article.Key, "train")));
            var asked = set.Questions.Select(question => Row(question.Text, question.Lang, question.Right.FirstOrDefault("NO_NODES_DETECTED"), "test"));
            File.WriteAllLines(data.FileOf(set.Name), taught.Concat(asked));
        }

        return data;
    }

    private static string Row(string text, string language, string label, string split) =>
        JsonLines.Line(new { text, lang = language, label, orig_split = split });

    // Between two fences the title and a list of ways to ask, after them the answer.
    private static FaqArticle Read(string file, string language)
    {
        var lines = File.ReadAllLines(file);
        var end = Array.IndexOf(lines, Fence, 1);
        var head = lines[1..end];
        var variants = head.SkipWhile(line => line != "variants:").Skip(1).TakeWhile(line => line.StartsWith(Item, StringComparison.Ordinal));
        return new(
            Path.GetFileName(file)[..^$".{language}.md".Length],
            language,
            head.First(line => line.StartsWith(Title, StringComparison.Ordinal))[Title.Length..],
            [.. variants.Select(line => line[Item.Length..])],
            string.Join('\n', lines[(end + 1)..]));
    }
}
