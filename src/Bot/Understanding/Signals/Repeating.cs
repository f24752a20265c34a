using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding;

/// <summary>Whether the customer says again what they said before, in the same words or in others; and whether the bot does.</summary>
internal sealed class Repeating(Vocabulary vocabulary)
{
    private const double Alike = 0.45;
    private const double SameAnswer = 0.85;
    private const int FewestWords = 2;
    private const int LinesBack = 6;

    public Signal In(Line line, IReadOnlyList<string> earlier) =>
        line.Words.Length < FewestWords ? Signal.None : Closest(line, earlier, Alike);

    /// <summary>Whether the last of these answers is one of those before it.</summary>
    public Signal Among(IReadOnlyList<string> answers) =>
        answers.Count < 2 ? Signal.None : Closest(WordReader.Read(answers[^1]), [.. answers.SkipLast(1)], SameAnswer);

    private Signal Closest(Line line, IReadOnlyList<string> earlier, double alike)
    {
        if (earlier.Count == 0)
        {
            return Signal.None;
        }

        var now = Vector(line);
        var closest = earlier.TakeLast(LinesBack).Select(text => (Text: text, Likeness: Likeness(now, Vector(WordReader.Read(text))))).MaxBy(pair => pair.Likeness);
        return closest.Likeness < alike ? Signal.None : new Signal(closest.Likeness, [closest.Text]);
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
