namespace Warmline.Bot.Understanding;

/// <summary>Reads how the customer is doing from their words, their capitals and their repeating themselves.</summary>
internal static class SignalReader
{
    private const double SimilarEnough = 0.6;
    private const int FewestLettersToShout = 8;

    public static Signals Read(
        IReadOnlyList<Line> lines, IReadOnlyList<RuleMatcher> matchers, IReadOnlyList<IntentScore> intents, SoFar before)
    {
        var person = intents.FirstOrDefault(score => score.Intent == Intent.HumanAgent);
        return new Signals(
            person is null ? Signal.None : new Signal(person.Confidence, person.Evidence),
            FromWords("anger", lines, matchers),
            FromWords("abuse", lines, matchers),
            Shouting(lines),
            Repeats(lines, before.EarlierLines),
            before.FailedTurns);
    }

    private static Signal FromWords(string section, IReadOnlyList<Line> lines, IReadOnlyList<RuleMatcher> matchers)
    {
        var hits = (from line in lines
                    from matcher in matchers
                    from hit in matcher.Find(section, line)
                    group hit.Weight by line.Quote(hit.First, hit.Last) into same
                    select (Quote: same.Key, Weight: same.Max())).ToList();
        var doubt = hits.Aggregate(1.0, (rest, hit) => rest * (1 - hit.Weight));
        return hits.Count == 0 ? Signal.None : new Signal(1 - doubt, hits.Select(hit => hit.Quote).ToList());
    }

    private static Signal Shouting(IReadOnlyList<Line> lines)
    {
        var loud = lines.Select(line => (line.Text, Strength: Loudness(line))).Where(line => line.Strength > 0).ToList();
        return loud.Count == 0 ? Signal.None : new Signal(loud.Max(line => line.Strength), loud.Select(line => line.Text).ToList());
    }

    private static double Loudness(Line line)
    {
        // Words with digits are order numbers, written in capitals by everybody.
        var words = line.Words.Select(word => line.Text[word.Start..word.End]).Where(word => !word.Any(char.IsDigit));
        var letters = string.Concat(words).Where(letter => char.IsUpper(letter) || char.IsLower(letter)).ToList();
        var share = letters.Count < FewestLettersToShout ? 0 : (double)letters.Count(char.IsUpper) / letters.Count;
        var capitals = share > 0.7 ? share : 0;
        var marks = line.Text.Contains("!!!", StringComparison.Ordinal) || line.Text.Contains("???", StringComparison.Ordinal) ? 0.5 : 0;
        return Math.Max(capitals, marks);
    }

    private static Signal Repeats(IReadOnlyList<Line> lines, IReadOnlyList<string> earlier)
    {
        var said = earlier.Select(text => (Text: text, Words: WordsOf(WordReader.Read(text)))).ToList();
        var closest = (from line in lines
                       let words = WordsOf(line)
                       where words.Count > 1
                       from old in said
                       select (old.Text, Likeness: Likeness(words, old.Words))).OrderByDescending(pair => pair.Likeness).FirstOrDefault();
        return closest.Likeness < SimilarEnough ? Signal.None : new Signal(closest.Likeness, [closest.Text]);
    }

    private static HashSet<string> WordsOf(Line line) => line.Words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
