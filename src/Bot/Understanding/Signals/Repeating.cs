using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>Whether the customer says again what they said before, in the same words or in others; and whether the bot does.</summary>
internal sealed class Repeating(Vocabulary vocabulary)
{
    private const double Alike = 0.45;
    private const double SameAnswer = 0.75;
    private const int FewestWords = 2;
    private const int LinesBack = 6;

    public Signal In(Line line, IReadOnlyList<string> earlier) =>
        line.Words.Length < FewestWords ? Signal.None : Closest(line, earlier);

    /// <summary>Whether the last of these answers is, but for a few words, one of those before it.</summary>
    public static Signal Among(IReadOnlyList<string> answers)
    {
        if (answers.Count < 2)
        {
            return Signal.None;
        }

        var last = WordsOf(answers[^1]);
        var (text, shared) = answers.SkipLast(1).Select(text => (Text: text, Shared: Shared(last, WordsOf(text)))).MaxBy(pair => pair.Shared);
        return shared < SameAnswer ? Signal.None : new Signal(shared, [text]);
    }

    private Signal Closest(Line line, IReadOnlyList<string> earlier)
    {
        if (earlier.Count == 0)
        {
            return Signal.None;
        }

        var now = Vector(line);
        var closest = earlier.TakeLast(LinesBack).Select(text => (Text: text, Likeness: Likeness(now, Vector(WordReader.Read(text))))).MaxBy(pair => pair.Likeness);
        return closest.Likeness < Alike ? Signal.None : new Signal(closest.Likeness, [closest.Text]);
    }

    private static HashSet<string> WordsOf(string text) => [.. WordReader.Read(text).Words.Select(word => word.Text)];

    private static double Shared(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both == 0 ? 0 : (double)both / (one.Count + other.Count - both);
    }

    private Dictionary<int, float> Vector(Line line)
    {
        var features = new List<Feature>();
        FeatureReader.Read(line, features);
        var (at, value) = vocabulary.Weigh(features);
        return at.Zip(value).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static double Likeness(Dictionary<int, float> one, Dictionary<int, float> other)
    {
        var shared = one.Sum(feature => (double)feature.Value * other.GetValueOrDefault(feature.Key));
        var sizes = Math.Sqrt(one.Values.Sum(value => (double)value * value) * other.Values.Sum(value => (double)value * value));
        return sizes > 0 ? shared / sizes : 0;
    }
}
