namespace Warmline.Bot.Understanding;

/// <summary>Finds the rules of one language in one line, minding negation, cover and typos.</summary>
internal sealed class RuleMatcher(RuleBook book)
{
    private const int NegationReach = 4;

    /// <summary>Intent hits; typos are forgiven only when nothing was found as written.</summary>
    public List<Hit> FindIntents(Line line)
    {
        var hits = FindIntents(line, forgiveTypo: false);
        return hits.Exists(hit => hit.Weight >= IntentScore.Sure) ? hits : FindIntents(line, forgiveTypo: true);
    }

    /// <summary>Where the phrases of a plain section ("anger", "when" …) stand, with their weights.</summary>
    public IEnumerable<Hit> Find(string section, Line line) =>
        from rule in book[section]
        from first in Enumerable.Range(0, line.Words.Count)
        let last = rule.Pattern.MatchAt(line.Words, first, forgiveTypo: false)
        where last >= 0
        select new Hit(Intent.Other, first, last, rule.Weight);

    private List<Hit> FindIntents(Line line, bool forgiveTypo)
    {
        var found = new List<Hit>();
        foreach (var (intent, rule) in book.Intents)
        {
            for (var first = 0; first < line.Words.Count; first++)
            {
                var last = rule.Pattern.MatchAt(line.Words, first, forgiveTypo);
                var weight = last < 0 ? 0 : rule.Weight * CoverOf(line, first, last, rule.Cover);
                if (weight > 0)
                {
                    found.Add(new Hit(intent, first, last, weight));
                }
            }
        }
        return WithoutNegated(line, WithoutExplained(found));
    }

    private static List<Hit> WithoutExplained(List<Hit> hits) =>
        hits.Where(hit => !hits.Exists(other => other.Intent != hit.Intent && other.Weight >= hit.Weight && hit.IsInside(other))).ToList();

    private double CoverOf(Line line, int first, int last, Cover cover)
    {
        var wholeLine = IsAllSaid(line, first, last, _ => true);
        return cover switch
        {
            Cover.Anywhere => 1,
            Cover.Line => wholeLine ? 1 : 0,
            Cover.Clause when wholeLine => 1,
            Cover.Clause => IsAllSaid(line, first, last, word => word.Clause == line.Words[first].Clause) ? 0.5 : 0,
            _ => 0,
        };
    }

    private bool IsAllSaid(Line line, int first, int last, Func<Word, bool> concerns)
    {
        var fillers = Find("filler", line).ToList();
        return Enumerable.Range(0, line.Words.Count)
            .Where(index => (index < first || index > last) && concerns(line.Words[index]))
            .All(index => fillers.Exists(filler => index >= filler.First && index <= filler.Last));
    }

    private List<Hit> WithoutNegated(Line line, List<Hit> hits)
    {
        if (hits.Count == 0)
        {
            return hits;
        }
        var before = Find("not", line).ToList();
        var next = Find("not_next", line).ToList();
        var after = Find("not_after", line).ToList();
        return hits.Where(hit => !before.Exists(not => IsAhead(not, hit, NegationReach))
            && !next.Exists(not => IsAhead(not, hit, 0))
            && !after.Exists(not => IsAhead(hit, not, 1))).ToList();

        bool IsAhead(Hit left, Hit right, int reach) =>
            left.Last < right.First && right.First - left.Last - 1 <= reach && SameClause(line, left.Last, right.First);
    }

    // A clause ends at punctuation, or at a word like "but" or "just": "not to return it but to know where it is".
    private bool SameClause(Line line, int from, int to) =>
        line.Words[from].Clause == line.Words[to].Clause
        && !Find("clause", line).Any(turn => turn.First > from && turn.First < to);
}
