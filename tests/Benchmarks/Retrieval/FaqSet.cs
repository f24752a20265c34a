using Warmline.Benchmarks.Understanding;

namespace Warmline.Benchmarks.Retrieval;

internal sealed record FaqArticle(string Key, string Lang, string Question, IReadOnlyList<string> Variants, string Answer);

/// <summary>A question and the keys that are right; none for one that no article answers.</summary>
internal sealed record FaqQuestion(string Text, string Lang, IReadOnlyCollection<string> Right);

/// <summary>Articles and questions on them.</summary>
internal sealed record FaqSet(string Name, IReadOnlyList<FaqArticle> Articles, IReadOnlyList<FaqQuestion> Questions)
{
    /// <summary>The training questions of a label are its article's variants; the other rows are asked.</summary>
    public static FaqSet OfLabels(string set, EvaluationData data)
    {
        var rows = data.Rows(set);
        var articles = rows.Where(row => EvaluationData.IsForTraining(row) && !row.IsOutOfScope).GroupBy(row => row.LabelText)
            .Select(same => new FaqArticle(same.Key, same.First().Lang, same.First().Text, [.. same.Skip(1).Select(row => row.Text)], ""));
        var questions = rows.Where(row => !EvaluationData.IsForTraining(row))
            .Select(row => new FaqQuestion(row.Text, row.Lang, row.IsOutOfScope ? [] : [row.LabelText]));
        return new(set, [.. articles], [.. questions]);
    }

    /// <summary>
    /// Every <c>text2</c> is an article. A text has often several that mean the same, so three ways to count: only the pair's own is
    /// right, any of them is, and that with each text asked once.
    /// </summary>
    public static IEnumerable<FaqSet> OfPairs(string set, EvaluationData data)
    {
        var pairs = JsonLines.Read<Pair>(data.FileOf(set)).ToList();
        var same = pairs.Where(pair => pair.Label == "1").ToList();
        var right = same.ToLookup(pair => pair.Text, pair => pair.Text2);
        List<FaqArticle> articles = [.. pairs.Select(pair => pair.Text2).Distinct().Select(text => new FaqArticle(text, "fa", text, [], ""))];
        var any = same.Select(pair => new FaqQuestion(pair.Text, "fa", [.. right[pair.Text]])).ToList();
        yield return new($"{set}, the pair's own text2", articles, [.. same.Select(pair => new FaqQuestion(pair.Text, "fa", [pair.Text2]))]);
        yield return new($"{set}, any text2 marked the same", articles, any);
        yield return new($"{set}, the same, each text once", articles, [.. any.DistinctBy(question => question.Text)]);
    }

    private sealed record Pair(string Text, string Text2, string Label);
}
