using Warmline.Knowledge.Articles.Editing;

namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>Which texts of a file may come in at all. The same rules as for what customers read, drafts too: a file is nobody's hand.</summary>
internal static class ImportCheck
{
    /// <param name="source">What was read.</param>
    /// <param name="values">The shop's, for placeholders.</param>
    /// <param name="known">Articles that are there already.</param>
    public static (IReadOnlyList<ArticleRow> Good, IReadOnlyList<ImportLine> Refused) Sort(
        ArticleRows source, IReadOnlyDictionary<string, string> values, IReadOnlySet<string> known)
    {
        var good = new Dictionary<(string Key, string Language), ArticleRow>();
        var given = new Dictionary<string, GivenProperties>(StringComparer.Ordinal);
        var refused = new List<ImportLine>(source.Refused);
        foreach (var row in source.Rows)
        {
            IReadOnlyList<ContentProblem> problems = [.. row.Problems, .. Problems(row, given.GetValueOrDefault(row.Key), values)];
            if (problems.Count == 0 && !good.TryAdd((row.Key, row.Language), row))
            {
                problems = [new(ContentFault.Twice, nameof(Article.Key), $"{row.Key}, {row.Language}")];
            }

            if (problems.Count > 0)
            {
                refused.Add(Refused(row, [.. problems]));
                continue;
            }

            given[row.Key] = given.TryGetValue(row.Key, out var before) ? before.And(row.Properties) : row.Properties;
        }

        TakeOutLinksToNothing(good, refused, known);
        return ([.. good.Values], refused);
    }

    public static ImportLine Refused(ArticleRow row, params ContentProblem[] problems) => new(row.Place, row.Key, row.Language, ImportOutcome.Refused, problems);

    // One that stays out may be what another links to: again until none goes.
    private static void TakeOutLinksToNothing(Dictionary<(string Key, string Language), ArticleRow> good, List<ImportLine> refused, IReadOnlySet<string> known)
    {
        List<ImportLine> lost;
        do
        {
            var there = good.Keys.Select(one => one.Key).Concat(known).ToHashSet(StringComparer.Ordinal);
            lost = [.. good.Values.Select(row => Refused(row, [.. PublishCheck.LinksToNothing(row.Content, there)])).Where(line => line.Problems.Count > 0)];
            lost.ForEach(line => good.Remove((line.Key, line.Language)));
            refused.AddRange(lost);
        }
        while (lost.Count > 0);
    }

    private static IEnumerable<ContentProblem> Problems(ArticleRow row, GivenProperties? before, IReadOnlyDictionary<string, string> values)
    {
        if (!ArticleKeys.IsKey(row.Key))
        {
            yield return new(ContentFault.Value, nameof(Article.Key), row.Key);
        }

        if (!ArticleKeys.IsLanguage(row.Language))
        {
            yield return new(ContentFault.Value, nameof(ArticleText.Language), row.Language);
        }

        if (before?.IsAgainst(row.Properties) == true)
        {
            yield return new(ContentFault.Twice, nameof(ArticleProperties), row.Key);
        }

        foreach (var problem in ContentRules.ForCustomers(row.Content, row.Language, values).Concat(ArticleKeys.Check(row.Properties.Over(new ArticleProperties()))))
        {
            yield return problem;
        }
    }
}
