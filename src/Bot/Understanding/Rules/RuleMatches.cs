namespace Warmline.Bot.Understanding;

/// <summary>What the rules of one language find in one line, and what of it is meant: minding negation, cover and typos.</summary>
/// <param name="line">The line.</param>
/// <param name="matches">What is found in it as it is written.</param>
/// <param name="mistyped">Finds the wishes in it with a typo forgiven; only asked when nothing sure is found without.</param>
internal sealed class RuleMatches(Line line, List<RuleMatch> matches, Func<List<RuleMatch>> mistyped)
{
    private const int NegationReach = 4;
    private const double PartOfMore = 0.5;
    private const double Sure = 0.7;

    private (List<Hit> Hits, List<Intent> Denied)? _wishes;

    /// <summary>Where the phrases of a section ("anger", "not" …) stand, with their weights.</summary>
    public List<Hit> this[string section]
    {
        get
        {
            var hits = new List<Hit>();
            foreach (var match in matches)
            {
                if (match.Rule.Section == section)
                {
                    hits.Add(match.Hit);
                }
            }

            return hits;
        }
    }

    /// <summary>Whether a phrase of this section stands in the line, denied or not.</summary>
    public bool Has(string section)
    {
        foreach (var match in matches)
        {
            if (match.Rule.Section == section)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the line says something of this section and does not deny it.</summary>
    public bool Affirms(string section) => Has(section) && WithoutNegated(this[section]).Count > 0;

    /// <summary>The wishes, as written; with typos forgiven only when that finds nothing sure. Beside them, what is named only to be denied.</summary>
    public (List<Hit> Hits, List<Intent> Denied) Wishes => _wishes ??= Judge();

    private (List<Hit> Hits, List<Intent> Denied) Judge()
    {
        var (hits, denied) = Judge([.. matches.Where(match => match.Rule.Section == Rule.Wishes)]);
        return hits.Exists(hit => hit.Weight >= Sure) || denied.Count > 0 ? (hits, denied) : Judge(mistyped());
    }

    private (List<Hit> Hits, List<Intent> Denied) Judge(List<RuleMatch> wishes)
    {
        if (wishes.Count == 0)
        {
            return ([], []);
        }

        var fillers = this["filler"];
        // "Yes, thanks": each small clause leaves the others their say.
        fillers.AddRange([.. wishes.Where(found => found.Rule.Cover == Cover.Clause && CoverOf(found.Hit, Cover.Clause, fillers) > 0).Select(found => found.Hit)]);
        var all = WithoutExplained(wishes.ConvertAll(found => found.Hit with { Weight = found.Hit.Weight * CoverOf(found.Hit, found.Rule.Cover, fillers) })
            .FindAll(hit => hit.Weight > 0));
        var meant = WithoutNegated(all);
        return (meant, all.Count == meant.Count ? [] : [.. all.Select(hit => hit.Intent).Except(meant.Select(hit => hit.Intent))]);
    }

    private static List<Hit> WithoutExplained(List<Hit> hits) =>
        hits.FindAll(hit => !hits.Exists(other => other.Intent != hit.Intent && other.Weight >= hit.Weight && hit.IsInside(other)));

    private double CoverOf(Hit hit, Cover cover, List<Hit> fillers)
    {
        if (cover == Cover.Anywhere)
        {
            return 1;
        }

        var (clause, unsaid, restOfClause) = (line.Words[hit.First].Clause, false, false);
        for (var at = 0; at < line.Words.Length; at++)
        {
            var left = (at < hit.First || at > hit.Last) && !fillers.Exists(filler => at >= filler.First && at <= filler.Last);
            unsaid |= left;
            restOfClause |= left && line.Words[at].Clause == clause;
        }

        return !unsaid ? 1 : cover == Cover.Clause && !restOfClause ? PartOfMore : 0;
    }

    private List<Hit> WithoutNegated(List<Hit> hits)
    {
        if (hits.Count == 0)
        {
            return hits;
        }

        var (before, next, after, turns) = (this["not"], this["not_next"], this["not_after"], this["clause"]);
        return hits.FindAll(hit => !before.Exists(not => IsAhead(not, hit, NegationReach))
            && !next.Exists(not => IsAhead(not, hit, 0))
            && !after.Exists(not => IsAhead(hit, not, 1)));

        bool IsAhead(Hit left, Hit right, int reach) =>
            left.Last < right.First && right.First - left.Last - 1 <= reach && SameClause(turns, left.Last, right.First);
    }

    // A clause ends at punctuation, or at a word like "but" or "just": "not to return it but to know where it is".
    private bool SameClause(List<Hit> turns, int from, int to) =>
        line.Words[from].Clause == line.Words[to].Clause && !turns.Exists(turn => turn.First > from && turn.First < to);
}
