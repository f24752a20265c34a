using System.Globalization;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Search;

/// <summary>
/// How well questions nobody wrote into the articles are answered. Variants and thresholds were chosen while looking at the first
/// four sets. The "fresh" ones were written afterwards, at one go, and no variant was added for them; only they say anything about
/// questions never seen. Floors stand just below what was measured.
/// </summary>
public sealed class FindingTests(ITestOutputHelper output)
{
    private const string OutOfScope = "-";

    [Theory]
    [InlineData("en", 0.85, 0.80, 0.05, 0.00)]
    [InlineData("pl", 0.92, 0.88, 0.04, 0.00)]
    [InlineData("ru", 0.92, 0.84, 0.04, 0.00)]
    [InlineData("fa", 0.95, 0.92, 0.04, 0.00)]
    [InlineData("en.fresh", 0.55, 0.48, 0.15, 0.00)]
    [InlineData("pl.fresh", 0.70, 0.64, 0.05, 0.00)]
    [InlineData("ru.fresh", 0.70, 0.55, 0.10, 0.00)]
    [InlineData("fa.fresh", 0.70, 0.48, 0.08, 0.00)]
    public async Task Questions_find_their_article_and_strange_ones_none(
        string set, double leastRecall, double leastAnswered, double mostWrong, double mostStrangeAnswered)
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var results = new List<(string Key, string Best, KnowledgeAnswerKind Kind)>();
        foreach (var (key, question) in Questions(set))
        {
            var answer = await shop.Answers.AskAsync(question, set[..2], TestContext.Current.CancellationToken);
            var best = answer.Article?.Key ?? (answer.Suggestions is [var first, ..] ? first.Key : OutOfScope);
            results.Add((key, best, answer.Kind));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(key == best ? "  " : "! ")}{answer.Kind,-11} {answer.Score:F2} {best,-18} {key,-18} {question}"));
        }

        var known = results.Where(r => r.Key != OutOfScope).ToList();
        var strange = results.Where(r => r.Key == OutOfScope).ToList();
        var recall = Share(known, r => r.Best == r.Key);
        var answered = Share(known, r => r.Kind == KnowledgeAnswerKind.Answer && r.Best == r.Key);
        var wrong = Share(known, r => r.Kind == KnowledgeAnswerKind.Answer && r.Best != r.Key);
        var strangeAnswered = Share(strange, r => r.Kind == KnowledgeAnswerKind.Answer);
        var strangeOffered = Share(strange, r => r.Kind == KnowledgeAnswerKind.Suggestions);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{set}: recall@1 {recall:P0}, answered right {answered:P0}, answered wrong {wrong:P0}; out of scope: answered {strangeAnswered:P0}, suggestions {strangeOffered:P0}"));

        Assert.True(known.Count >= 14 && strange.Count >= 8);
        Assert.InRange(recall, leastRecall, 1);
        Assert.InRange(answered, leastAnswered, 1);
        Assert.InRange(wrong, 0, mostWrong);
        Assert.InRange(strangeAnswered, 0, mostStrangeAnswered);
    }

    private static double Share<T>(List<T> all, Func<T, bool> those) => (double)all.Count(those) / all.Count;

    private static IEnumerable<(string Key, string Question)> Questions(string set)
    {
        using var reader = new StreamReader(typeof(FindingTests).Assembly.GetManifestResourceStream($"questions/{set}")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(part => (part[0], part[1]))];
    }
}
