using System.Globalization;
using Warmline.Knowledge.Search;

namespace Warmline.Knowledge.Tests.Search;

/// <summary>
/// Question sets written apart from the articles, a third of which no article answers. Confidence and the weights of the views were fitted on their even
/// lines; only the odd ones are judged here. Floors stand below what was measured with all starter articles.
/// </summary>
public sealed class FindingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("en", 0.58, 0.05, 0.13)]
    [InlineData("pl", 0.77, 0.03, 0.04)]
    [InlineData("ru", 0.70, 0.04, 0.04)]
    [InlineData("fa", 0.68, 0.07, 0.08)]
    public async Task Odd_lines_find_their_article_and_strange_ones_rarely_get_an_answer(string language, double leastHits, double mostWrong, double mostStrange)
    {
        await using var shop = await KnowledgeShop.OpenAsync();
        var ranking = await shop.Answers.RankingAsync(TestContext.Current.CancellationToken);
        var rows = Lines(language).Where((_, number) => number % 2 == 1).Select(line => line.Split('\t')).Where(parts => parts.Length == 2)
            .Select(parts => (Key: parts[0], Rank: ranking.Rank(parts[1], language))).ToList();
        Assert.SkipWhen(rows.Count == 0, $"There is no questions/{language}.tsv.");

        var known = rows.Where(row => row.Key != "-").ToList();
        var strange = rows.Where(row => row.Key == "-").ToList();
        var hits = Share(known, row => row.Rank.Keys is [var best, ..] && best == row.Key);
        var wrong = Share(known, row => row.Rank.Kind == KnowledgeAnswerKind.Answer && row.Rank.Keys[0] != row.Key);
        var answered = Share(strange, row => row.Rank.Kind == KnowledgeAnswerKind.Answer);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: hit@1 {hits:F3}, answered wrong {wrong:F3}, strange answered {answered:F3}"));

        Assert.InRange(hits, leastHits, 1);
        Assert.InRange(wrong, 0, mostWrong);
        Assert.InRange(answered, 0, mostStrange);
    }

    private static double Share<T>(List<T> all, Func<T, bool> those) => all.Count == 0 ? 0 : (double)all.Count(those) / all.Count;

    private static string[] Lines(string language)
    {
        using var stream = typeof(FindingTests).Assembly.GetManifestResourceStream($"questions/{language}.tsv");
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
    }
}
