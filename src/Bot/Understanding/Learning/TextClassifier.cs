namespace Warmline.Bot.Understanding.Learning;

/// <summary>A label and how sure we are of it (0..1).</summary>
internal readonly record struct LabelScore(string Label, double Confidence);

/// <summary>Says which label a line bears, how surely, and which of its words say so.</summary>
internal sealed class TextClassifier(IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model, Calibration calibration)
{
    public IReadOnlyList<string> Labels { get; } = labels;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public LinearModel Model { get; } = model;

    public Calibration Calibration { get; } = calibration;

    /// <summary>The probability of each label, in the order of <see cref="Labels"/>; what is missing to 1 is that it bears none of them.</summary>
    public double[] Probabilities(Line line) => Calibration.Probabilities(Model.Margins(Vocabulary.Read(line)));

    /// <summary>The likeliest label, or null when none of them is likelier than something never seen.</summary>
    public LabelScore? Best(Line line)
    {
        var chances = Probabilities(line);
        var best = Array.IndexOf(chances, chances.Max());
        return chances[best] > 1 - chances.Sum() ? new LabelScore(Labels[best], chances[best]) : null;
    }

    /// <summary>How much each word of the line speaks for a label; negative speaks against it.</summary>
    public float[] Explain(Line line, string label)
    {
        var (features, words, at) = (new List<Feature>(), new float[line.Words.Count], Labels.ToList().IndexOf(label));
        FeatureReader.Read(line, features);
        foreach (var feature in features.Where(feature => feature.Word >= 0))
        {
            var known = Vocabulary.Find(feature.Hash);
            words[feature.Word] += known < 0 ? 0 : Model.Of(known)[at] * Vocabulary.Rarity[known];
        }

        return words;
    }
}
