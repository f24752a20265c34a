namespace Warmline.Knowledge.Articles.Transfer;

/// <summary>Which texts of a file may come in at all. The same rules as for what customers read, drafts too: a file is nobody's hand.</summary>
internal static class ImportCheck
{
    public static (IReadOnlyList<ArticleRow> Good, IReadOnlyList<ImportLine> Refused) Sort(ArticleRows source, IReadOnlyDictionary<string, string> values)
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

        return ([.. good.Values], refused);
    }

    public static ImportLine Refused(ArticleRow row, params ContentProblem[] problems) => new(row.Place, row.Key, row.Language, ImportOutcome.Refused, problems);

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
