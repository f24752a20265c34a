namespace Warmline.Bot.Understanding.Learning;

/// <summary>A label and how sure we are of it (0..1).</summary>
internal readonly record struct LabelScore(string Label, double Confidence);

/// <summary>Says which label a line bears, how surely, and which of its words say so.</summary>
internal sealed class TextClassifier(
    IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model, Calibration calibration, FeatureSource? source = null)
{
    private readonly FeatureSource _source = source ?? FeatureReader.Read;

    public IReadOnlyList<string> Labels { get; } = labels;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public LinearModel Model { get; } = model;

    public Calibration Calibration { get; } = calibration;

    /// <summary>The same, with another way to take lines apart than by words and pieces.</summary>
    public TextClassifier With(FeatureSource source) => new(Labels, Vocabulary, Model, Calibration, source);

    /// <summary>The line taken apart: what the other questions are asked of.</summary>
    public IReadOnlyList<Feature> Take(Line line)
    {
        var features = new List<Feature>(line.Text.Length * 5);
        _source(line, features);
        return features;
    }

    public float[] Margins(IReadOnlyList<Feature> features) => Model.Margins(Vocabulary.Weigh(features));

    /// <summary>The probability of each label, in the order of <see cref="Labels"/>; what is missing to 1 is that it bears none of them.</summary>
    public double[] Probabilities(IReadOnlyList<Feature> features) => Calibration.Probabilities(Margins(features));

    /// <summary>The likeliest label, and how likely it is that the line bears none.</summary>
    public (LabelScore Best, double Unknown) Classify(Line line)
    {
        var chances = Probabilities(Take(line));
        var best = Array.IndexOf(chances, chances.Max());
        return (new LabelScore(Labels[best], chances[best]), 1 - chances.Sum());
    }

    /// <summary>How much each of a line's words speaks for a label; negative speaks against it.</summary>
    public float[] Explain(IReadOnlyList<Feature> features, int wordCount, int label)
    {
        var words = new float[wordCount];
        foreach (var feature in features)
        {
            var known = feature.Word < 0 ? -1 : Vocabulary.Find(feature.Hash);
            if (known >= 0)
            {
                words[feature.Word] += Model.Of(known, label) * Vocabulary.Rarity[known];
            }
        }

        return words;
    }
}
