namespace Warmline.Bot.Understanding.Learning;

/// <summary>A label and how sure we are of it (0..1).</summary>
internal readonly record struct LabelScore(string Label, double Confidence);

/// <summary>Says which label a line bears, how surely, and which of its words say so.</summary>
internal sealed class TextClassifier(
    IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model, Calibration calibration, FeatureSource? source = null)
{
    // A line has hundreds of features; they are needed until they are looked up.
    [ThreadStatic]
    private static List<Feature>? _spare;

    private readonly FeatureSource _source = source ?? FeatureReader.Read;

    public IReadOnlyList<string> Labels { get; } = labels;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public LinearModel Model { get; } = model;

    public Calibration Calibration { get; } = calibration;

    /// <summary>The same, with another way to take lines apart than by words and pieces.</summary>
    public TextClassifier With(FeatureSource source) => new(Labels, Vocabulary, Model, Calibration, source);

    /// <summary>The line taken apart: what the other questions are asked of.</summary>
    public TakenLine Take(Line line)
    {
        // Taken away while in use: a source may itself ask a classifier.
        var features = _spare ?? [];
        _spare = null;
        _source(line, features);
        var taken = Vocabulary.Locate(features);
        features.Clear();
        _spare = features;
        return taken;
    }

    public float[] Margins(TakenLine line) => Model.Margins(Vocabulary.Weigh(line));

    /// <summary>The probability of each label, in the order of <see cref="Labels"/>; what is missing to 1 is that it bears none of them.</summary>
    public double[] Probabilities(TakenLine line) => Calibration.Probabilities(Margins(line));

    /// <summary>The likeliest label, and how likely it is that the line bears none.</summary>
    public (LabelScore Best, double Unknown) Classify(Line line)
    {
        var chances = Probabilities(Take(line));
        var best = Array.IndexOf(chances, chances.Max());
        return (new LabelScore(Labels[best], chances[best]), 1 - chances.Sum());
    }

    /// <summary>How much each of a line's words speaks for a label; negative speaks against it.</summary>
    public float[] Explain(TakenLine line, int wordCount, int label)
    {
        var words = new float[wordCount];
        foreach (var feature in line.Features)
        {
            if (feature is { Word: >= 0, At: >= 0 })
            {
                words[feature.Word] += Model.Of(feature.At, label) * Vocabulary.Rarity[feature.At];
            }
        }

        return words;
    }
}
