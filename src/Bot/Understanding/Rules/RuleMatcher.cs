namespace Warmline.Bot.Understanding;

/// <summary>Finds the rules of one language in one line, minding negation, cover and typos.</summary>
internal sealed class RuleMatcher(RuleBook book)
{
    private const int NegationReach = 4;
    private const double PartOfMore = 0.5;
    private const double Sure = 0.7;

    /// <summary>Intent hits as written; with typos forgiven only when that finds nothing sure. Beside them, what is named only to be denied.</summary>
    public (List<Hit> Hits, List<Intent> Denied) Judge(Line line)
    {
        var hits = FindIntents(line, forgiveTypo: false, out var denied);
        return hits.Exists(hit => hit.Weight >= Sure) || denied.Count > 0 ? (hits, denied) : (FindIntents(line, forgiveTypo: true, out denied), denied);
    }

    /// <summary>Where the phrases of a plain section ("anger", "when" …) stand, with their weights.</summary>
    public List<Hit> Find(string section, Line line) => Match(book[section], line, forgiveTypo: false).Select(found => found.Hit).ToList();

    private List<Hit> FindIntents(Line line, bool forgiveTypo, out List<Intent> denied)
    {
        var matches = Match(book.Intents, line, forgiveTypo).ToList();
        var fillers = Find("filler", line);
        // "Yes, thanks": each small clause leaves the others their say.
        var small = matches.Where(found => found.Rule.Cover == Cover.Clause && CoverOf(line, found.Hit, Cover.Clause, fillers) > 0);
        fillers.AddRange(small.Select(found => found.Hit).ToList());
        var found = matches.Select(found => found.Hit with { Weight = found.Hit.Weight * CoverOf(line, found.Hit, found.Rule.Cover, fillers) })
            .Where(hit => hit.Weight > 0);
        var all = WithoutExplained(found.ToList());
        var meant = WithoutNegated(line, all);
        denied = all.Count == meant.Count ? [] : [.. all.Select(hit => hit.Intent).Except(meant.Select(hit => hit.Intent))];
        return meant;
    }

    private static IEnumerable<(Hit Hit, Rule Rule)> Match(RuleIndex rules, Line line, bool forgiveTypo)
    {
        for (var first = 0; first < line.Words.Count; first++)
        {
            foreach (var rule in rules.BeginningAt(line.Words[first].Text, forgiveTypo))
            {
                var last = rule.Pattern.MatchAt(line.Words, first, forgiveTypo);
                if (last >= 0)
                {
                    yield return (new Hit(rule.Intent, first, last, rule.Weight), rule);
                }
            }
        }
    }

    private static List<Hit> WithoutExplained(List<Hit> hits) =>
        hits.Where(hit => !hits.Exists(other => other.Intent != hit.Intent && other.Weight >= hit.Weight && hit.IsInside(other))).ToList();

    private static double CoverOf(Line line, Hit hit, Cover cover, List<Hit> fillers)
    {
        if (cover == Cover.Anywhere)
        {
            return 1;
        }
        var unsaid = Enumerable.Range(0, line.Words.Count)
            .Where(index => (index < hit.First || index > hit.Last) && !fillers.Exists(filler => index >= filler.First && index <= filler.Last))
            .ToList();
        var clause = line.Words[hit.First].Clause;
        var restOfClause = unsaid.Exists(index => line.Words[index].Clause == clause);
        return unsaid.Count == 0 ? 1 : cover == Cover.Clause && !restOfClause ? PartOfMore : 0;
    }

    private List<Hit> WithoutNegated(Line line, List<Hit> hits)
    {
        if (hits.Count == 0)
        {
            return hits;
        }
        var before = Find("not", line);
        var next = Find("not_next", line);
        var after = Find("not_after", line);
        var turns = Find("clause", line);
        return hits.Where(hit => !before.Exists(not => IsAhead(not, hit, NegationReach))
            && !next.Exists(not => IsAhead(not, hit, 0))
            && !after.Exists(not => IsAhead(hit, not, 1))).ToList();

        bool IsAhead(Hit left, Hit right, int reach) =>
            left.Last < right.First && right.First - left.Last - 1 <= reach && SameClause(line, turns, left.Last, right.First);
    }

    // A clause ends at punctuation, or at a word like "but" or "just": "not to return it but to know where it is".
    private static bool SameClause(Line line, List<Hit> turns, int from, int to) =>
        line.Words[from].Clause == line.Words[to].Clause
        && !turns.Exists(turn => turn.First > from && turn.First < to);
}
