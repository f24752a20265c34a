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

    // Of each label; a shop's own model may know fewer.
    private readonly Intent[] _intents = [.. classifier.Labels.Select(label => IntentNames.Find(label) ?? Intent.Other)];
    private readonly Intent[] _all = [.. classifier.Labels.Select(label => IntentNames.Find(label) ?? Intent.Other).Union(Enum.GetValues<Intent>())];

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
        var taken = classifier.Take(said);
        var (scores, known) = (Judge(taken), Hits(found));
        Correct(scores, line, found, known);
        HearClauses(said, taken, scores);
        BeSureOfPerson(scores);
        DoubtGuesses(scores);
        LeaveToTheRest(scores);
        return [.. _all.Where(intent => scores[intent] > Least)
            .Select(intent => new IntentScore(intent, Math.Min(NeverMoreThan, scores[intent]), Evidence(intent)))
            .OrderByDescending(score => score.Confidence).ThenBy(score => score.Intent != Intent.Other).ThenBy(score => !Commands.Contains(score.Intent))];

        IReadOnlyList<string> Evidence(Intent intent) =>
            known.Exists(hit => hit.Intent == intent) ? [.. known.Where(hit => hit.Intent == intent).Select(hit => line.Quote(hit.First, hit.Last)).Distinct(StringComparer.Ordinal)]
            : scores[intent] >= IntentScore.Likely ? Quotes(said, taken, intent) : [];
    }

    private static List<Hit> Hits(IReadOnlyList<RuleMatches> found) => found is [var only] ? only.Wishes.Hits : [.. found.SelectMany(matches => matches.Wishes.Hits)];

    private static IEnumerable<Intent> Denials(IReadOnlyList<RuleMatches> found) =>
        found is [var only] ? only.Wishes.Denied : found.SelectMany(matches => matches.Wishes.Denied).Distinct();

    // Who would be put through by mistake has lost more than who is asked: a wish that is only suspected stands behind "not understood".
    private static void BeSureOfPerson(Scores scores)
    {
        if (scores[Intent.HumanAgent] < IntentScore.Sure)
        {
            scores[Intent.HumanAgent] = Math.Min(Suspected, scores[Intent.HumanAgent]);
        }
    }

    // "Not understood" is then as likely as the best of the guesses: nobody knows better.
    private void DoubtGuesses(Scores scores)
    {
        var best = 0.0;
        foreach (var intent in _all)
        {
            best = intent == Intent.Other ? best : Math.Max(best, scores[intent]);
        }

        scores[Intent.Other] = Math.Max(scores[Intent.Other], best <= Doubt ? Math.Max(best, Least * 2) : 0);
    }

    // What was taken from a denied or doubtful wish belongs to the others: one of them it must be. The wish for a person gains nothing by it.
    private void LeaveToTheRest(Scores scores)
    {
        var sum = 0.0;
        foreach (var intent in _all)
        {
            sum += scores[intent];
        }

        foreach (var intent in _all)
        {
            scores[intent] /= sum < 1 && intent != Intent.HumanAgent ? sum : 1;
        }
    }

    private Scores Judge(TakenLine line)
    {
        var (chances, scores) = (classifier.Probabilities(line), new Scores());
        for (var label = 0; label < chances.Length; label++)
        {
            scores[_intents[label]] += chances[label];
        }

        scores[Intent.Other] = scores[Intent.Other] + 1 - chances.Sum();
        return scores;
    }

    private void HearClauses(Line line, TakenLine taken, Scores scores)
    {
        if (line.EndOfClause(0) == line.Words.Length)
        {
            return;
        }

        for (int first = 0, end; first < line.Words.Length; first = end)
        {
            end = line.EndOfClause(first);
            if (end - first >= ShortestClause)
            {
                HearClause(Judge(taken.Part(first, end)), scores);
            }
        }
    }

    private void HearClause(Scores clause, Scores scores)
    {
        var intent = _all.MaxBy(intent => clause[intent]);
        if (clause[intent] >= SureOfClause && intent is not (Intent.Other or Intent.Inform) && !Commands.Contains(intent))
        {
            scores[intent] = Math.Max(scores[intent], clause[intent] * ClauseAlone);
        }
    }

    private void Correct(Scores scores, Line line, IReadOnlyList<RuleMatches> found, List<Hit> known)
    {
        foreach (var command in line.Words.Length > LongestCommand ? Commands : [])
        {
            scores[command] = 0;
        }

        foreach (var denied in Denials(found))
        {
            scores[denied] *= Denied;
        }

        if (scores[Intent.HumanAgent] < SureOfPerson && !known.Exists(hit => hit.Intent == Intent.HumanAgent))
        {
            scores[Intent.HumanAgent] *= Unsure;
        }

        GiveWay(scores, known);
        foreach (var hit in known)
        {
            scores[hit.Intent] = Math.Max(scores[hit.Intent], Weight(hit, scores[hit.Intent]));
        }
    }

    // What was only learned steps back where somebody wrote down that these very words mean something else.
    private void GiveWay(Scores scores, List<Hit> known)
    {
        if (!known.Exists(hit => hit.Weight >= 1 && !KnownByRules.Contains(hit.Intent)))
        {
            return;
        }

        foreach (var learned in _all)
        {
            scores[learned] *= known.Exists(hit => hit.Intent == learned) ? 1 : Unsure;
        }
    }

    // Some things only rules know for certain. Elsewhere a rule helps a classifier that hesitates, and never outvotes one that does not:
    // on strangers' lines it is right more often.
    private static double Weight(Hit hit, double learned) =>
        hit.Weight >= 1 || KnownByRules.Contains(hit.Intent) ? hit.Weight : hit.Weight >= Certain && learned >= Plausible ? BesideRule : 0;

    // The words that speak for the intent, in their places.
    private List<string> Quotes(Line said, TakenLine taken, Intent intent)
    {
        var label = Array.IndexOf(_intents, intent);
        if (label < 0 || intent == Intent.Other)
        {
            return [];
        }

        var weights = classifier.Explain(taken, said.Words.Length, label);
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
