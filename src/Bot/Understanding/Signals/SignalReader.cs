using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>Reads how the customer is doing from their words, their mood, their capitals and their repeating themselves.</summary>
internal sealed class SignalReader(TextClassifier mood, Repeating repeating)
{
    // Measured on lines of writers held back: in each language F1 is best between 0.20 and 0.23.
    private const double ClearChance = 0.22;

    private readonly int _frustrated = mood.Labels.ToList().IndexOf("frustrated");

    public Signals Read(
        IReadOnlyList<Line> lines, IReadOnlyList<string> languages, IReadOnlyList<IReadOnlyList<RuleMatches>> found, IReadOnlyList<IntentScore> intents,
        Entities entities, SoFar before)
    {
        var signals = new Dictionary<string, Signal>(StringComparer.Ordinal);
        Add(Signals.AsksForPerson, intents.Where(score => score.Intent == Intent.HumanAgent).Select(score => new Signal(score.Confidence, score.Evidence)));
        Add(Signals.Frustration, lines.Zip(languages, (line, language) => Frustration(Spelling.Plain(line, language))));
        Add(Signals.Shouting, lines.Select(Shouting.In));
        if (intents.Count > 0 && !IsCourtesy(intents[0].Intent))
        {
            Add(Signals.Repeats, entities is { OrderNumbers.Count: 0, Emails.Count: 0, Phones.Count: 0 } ? lines.Select(line => repeating.In(line, before.EarlierLines)) : []);
            Add(Signals.Loop, [Repeating.Among(before.Answers)]);
        }

        Add(Signals.SeveralOrders, Several(entities.OrderNumbers));
        Add(Signals.SeveralWishes, Several([.. intents.Where(IsWish).Select(score => score.Evidence is [var words, ..] ? words : IntentNames.Of(score.Intent))]));
        foreach (var name in Signals.OfPhrases)
        {
            if (Says(found, name))
            {
                Add(name, [FromPhrases(name, lines, found)]);
            }
        }

        return new Signals(signals);

        void Add(string name, IEnumerable<Signal> all)
        {
            var strongest = all.MaxBy(signal => signal.Strength);
            if (strongest is { Strength: > 0.01 })
            {
                signals[name] = strongest;
            }
        }
    }

    // Who says thanks three times, and is told three times that they are welcome, goes in no circles.
    private static bool IsCourtesy(Intent intent) => intent is Intent.Greeting or Intent.Thanks or Intent.Yes or Intent.No;

    private static bool IsWish(IntentScore score) => score.Confidence >= IntentScore.Sure
        && score.Intent is Intent.OrderStatus or Intent.ReturnPolicy or Intent.Delivery or Intent.Payment or Intent.CancelOrChangeOrder or Intent.Complaint or Intent.ProductQuestion;

    private static IEnumerable<Signal> Several(IReadOnlyList<string> things) =>
        things.Count > 1 ? [new Signal(Math.Min(1, things.Count / 3.0), things)] : [];

    private static bool Says(IReadOnlyList<IReadOnlyList<RuleMatches>> found, string section)
    {
        foreach (var matches in found)
        {
            foreach (var match in matches)
            {
                if (match.Has(section))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Signal FromPhrases(string section, IReadOnlyList<Line> lines, IReadOnlyList<IReadOnlyList<RuleMatches>> found)
    {
        var hits = lines.Zip(found, (line, matches) => matches.SelectMany(match => match[section])
            .GroupBy(hit => line.Quote(hit.First, hit.Last), (quote, same) => (Quote: quote, Weight: same.Max(hit => hit.Weight)))).SelectMany(quotes => quotes).ToList();
        var doubt = hits.Aggregate(1.0, (rest, hit) => rest * (1 - hit.Weight));
        return hits.Count == 0 ? Signal.None : new Signal(1 - doubt, [.. hits.Select(hit => hit.Quote).Where(quote => !hits.Exists(other => IsWithin(quote, other.Quote)))]);
    }

    private static bool IsWithin(string quote, string other) => quote.Length < other.Length && other.Contains(quote, StringComparison.Ordinal);

    private Signal Frustration(Line line)
    {
        if (line.Words.Length == 0)
        {
            return Signal.None;
        }

        var taken = mood.Take(line);
        var strength = mood.Probabilities(taken)[_frustrated];
        strength = strength < ClearChance ? Signal.Clear * strength / ClearChance : 1 - ((1 - Signal.Clear) * (1 - strength) / (1 - ClearChance));
        return new Signal(strength, strength < Signal.Clear ? [] : Loudest(line, taken));
    }

    private List<string> Loudest(Line line, TakenLine taken)
    {
        var weights = mood.Explain(taken, line.Words.Length, _frustrated);
        return [.. Enumerable.Range(0, weights.Length).Where(at => weights[at] > 0).OrderByDescending(at => weights[at]).Take(3).Order().Select(at => line.Quote(at, at))];
    }
}
