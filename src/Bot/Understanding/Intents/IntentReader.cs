using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>
/// What a line wants: the trained classifier on the whole line and on each of its clauses, corrected by what rules know for
/// certain: words that steer the talk, the wish for a person, and what is denied.
/// </summary>
internal sealed class IntentReader(TextClassifier classifier)
{
    private const double NeverMoreThan = 0.99;
    private const double Least = 0.01;

    // A guess no surer than this is no wish: it may still be asked back.
    private const double Doubt = 0.33;

    // A wish in one clause of a longer line: heard, but the whole line has the first say.
    private const double ClauseAlone = 0.9;
    private const double SureOfClause = 0.6;
    private const int ShortestClause = 3;

    // "Cancel" is a command when it is about all that is said.
    private const int LongestCommand = 6;
    private const double Denied = 0.25;
    private const double SureOfPerson = 0.85;
    private const double Suspected = 0.3;
    private const double Unsure = 0.5;
    private const double Certain = 0.85;
    private const double Plausible = 0.05;
    private const double BesideRule = 0.6;

    private static readonly Intent[] Commands = [Intent.Yes, Intent.No, Intent.Cancel, Intent.Back, Intent.LeaveQueue];
    private static readonly Intent[] KnownByRules = [.. Commands, Intent.HumanAgent, Intent.BotOrHuman, Intent.Greeting, Intent.Thanks];
    private readonly Intent[] _intents = [.. classifier.Labels.Select(label => IntentNames.Find(label) ?? Intent.Other)];

    /// <param name="line">The line.</param>
    /// <param name="language">Its language.</param>
    /// <param name="found">What the rules of its language find in it, and those of the conversation's.</param>
    public IReadOnlyList<IntentScore> Read(Line line, string language, IReadOnlyList<RuleMatches> found)
    {
        if (line.Words.Length == 0)
        {
            return [new IntentScore(Intent.Other, 1, [])];
        }

        var said = Spelling.Plain(Denial.WithoutDenied(line, found[0]), language);
        var features = classifier.Take(said);
        var scores = Judge(features);
        Correct(scores, line, found, out var quotes);
        HearClauses(said, scores);
        BeSureOfPerson(scores);
        DoubtGuesses(scores);
        LeaveToTheRest(scores);
        return [.. scores.Where(score => score.Value > Least)
            .Select(score => new IntentScore(score.Key, Math.Min(NeverMoreThan, score.Value), quotes.GetValueOrDefault(score.Key) ?? []))
            .OrderByDescending(score => score.Confidence).ThenBy(score => score.Intent != Intent.Other).ThenBy(score => !Commands.Contains(score.Intent))
            .Select(score => score.Confidence >= IntentScore.Likely && score.Evidence.Count == 0 ? score with { Evidence = Quotes(said, features, score.Intent) } : score)];
    }

    // Who would be put through by mistake has lost more than who is asked: a wish that is only suspected stands behind "not understood".
    private static void BeSureOfPerson(Dictionary<Intent, double> scores)
    {
        if (scores.GetValueOrDefault(Intent.HumanAgent) < IntentScore.Sure)
        {
            scores[Intent.HumanAgent] = Math.Min(Suspected, scores.GetValueOrDefault(Intent.HumanAgent));
        }
    }

    // "Not understood" is then as likely as the best of the guesses: nobody knows better.
    private static void DoubtGuesses(Dictionary<Intent, double> scores)
    {
        var best = scores.Where(score => score.Key != Intent.Other).Select(score => score.Value).DefaultIfEmpty().Max();
        scores[Intent.Other] = Math.Max(scores.GetValueOrDefault(Intent.Other), best <= Doubt ? Math.Max(best, Least * 2) : 0);
    }

    // What was taken from a denied or doubtful wish belongs to the others: one of them it must be. The wish for a person gains nothing by it.
    private static void LeaveToTheRest(Dictionary<Intent, double> scores)
    {
        var sum = scores.Values.Sum();
        foreach (var (intent, score) in scores.Where(score => sum < 1 && score.Key != Intent.HumanAgent).ToList())
        {
            scores[intent] = score / sum;
        }
    }

    private Dictionary<Intent, double> Judge(IReadOnlyList<Feature> features)
    {
        var (chances, scores) = (classifier.Probabilities(features), new Dictionary<Intent, double>());
        for (var label = 0; label < chances.Length; label++)
        {
            scores[_intents[label]] = scores.GetValueOrDefault(_intents[label]) + chances[label];
        }

        scores[Intent.Other] = scores.GetValueOrDefault(Intent.Other) + 1 - chances.Sum();
        return scores;
    }

    private void HearClauses(Line line, Dictionary<Intent, double> scores)
    {
        var clauses = line.Words.Select(word => word.Clause).Distinct().ToList();
        if (clauses.Count < 2)
        {
            return;
        }

        foreach (var clause in clauses.Select(line.Clause).Where(clause => clause.Words.Length >= ShortestClause))
        {
            var (intent, chance) = Judge(classifier.Take(clause)).MaxBy(score => score.Value);
            if (chance >= SureOfClause && intent is not (Intent.Other or Intent.Inform) && !Commands.Contains(intent))
            {
                scores[intent] = Math.Max(scores.GetValueOrDefault(intent), chance * ClauseAlone);
            }
        }
    }

    private static void Correct(
        Dictionary<Intent, double> scores, Line line, IReadOnlyList<RuleMatches> found, out Dictionary<Intent, IReadOnlyList<string>> quotes)
    {
        foreach (var command in Commands.Where(_ => line.Words.Length > LongestCommand))
        {
            scores.Remove(command);
        }

        var wishes = found.Select(matches => matches.Wishes).ToList();
        foreach (var denied in wishes.SelectMany(judged => judged.Denied).Distinct())
        {
            scores[denied] = scores.GetValueOrDefault(denied) * Denied;
        }

        quotes = [];
        var known = wishes.SelectMany(judged => judged.Hits).ToLookup(hit => hit.Intent);
        if (scores.GetValueOrDefault(Intent.HumanAgent) < SureOfPerson && !known.Contains(Intent.HumanAgent))
        {
            scores[Intent.HumanAgent] = scores.GetValueOrDefault(Intent.HumanAgent) * Unsure;
        }

        if (known.Any(hits => !KnownByRules.Contains(hits.Key) && hits.Max(hit => hit.Weight) >= 1))
        {
            GiveWay(scores, known);
        }

        foreach (var hits in known)
        {
            scores[hits.Key] = Math.Max(scores.GetValueOrDefault(hits.Key), hits.Max(hit => Weight(hit, scores.GetValueOrDefault(hits.Key))));
            quotes[hits.Key] = [.. hits.Select(hit => line.Quote(hit.First, hit.Last)).Distinct(StringComparer.Ordinal)];
        }
    }

    // What was only learned steps back where somebody wrote down that these very words mean something else.
    private static void GiveWay(Dictionary<Intent, double> scores, ILookup<Intent, Hit> known)
    {
        foreach (var learned in scores.Keys.Where(intent => !known.Contains(intent)).ToList())
        {
            scores[learned] *= Unsure;
        }
    }

    // Some things only rules know for certain. Elsewhere a rule helps a classifier that hesitates, and never outvotes one that does not:
    // on strangers' lines it is right more often.
    private static double Weight(Hit hit, double learned) =>
        hit.Weight >= 1 || KnownByRules.Contains(hit.Intent) ? hit.Weight : hit.Weight >= Certain && learned >= Plausible ? BesideRule : 0;

    // The words that speak for the intent, in their places.
    private List<string> Quotes(Line said, IReadOnlyList<Feature> features, Intent intent)
    {
        var label = Array.IndexOf(_intents, intent);
        if (label < 0 || intent == Intent.Other)
        {
            return [];
        }

        var weights = classifier.Explain(features, said.Words.Length, label);
        var least = weights.Max() / 2;
        var (quotes, first) = (new List<string>(), -1);
        for (var at = 0; at <= weights.Length; at++)
        {
            var speaks = at < weights.Length && weights[at] > 0 && weights[at] >= least;
            if (!speaks && first >= 0)
            {
                quotes.Add(said.Quote(first, at - 1));
            }

            first = speaks ? (first < 0 ? at : first) : -1;
        }

        return quotes;
    }
}
