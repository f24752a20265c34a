namespace Warmline.Bot.Understanding.Learning;

/// <summary>A line to learn from. Lines of one group (one writer) are held back together when the model is judged.</summary>
internal sealed record TrainingLine(Line Line, string Label, string Group);

/// <summary>Trains a classifier and, on lines held back, the meaning of its margins.</summary>
/// <param name="cost">What a line on the wrong side costs; less makes flatter planes.</param>
/// <param name="leastLines">Pieces of words that occur in fewer lines are not kept.</param>
/// <param name="source">How lines are taken apart; by words and pieces when nothing is said.</param>
internal sealed class ClassifierTrainer(double cost = 1, int leastLines = 1, FeatureSource? source = null)
{
    /// <summary>Each group in turn is held back and judged by what the others taught; the calibration comes from that.</summary>
    public (TextClassifier Classifier, IReadOnlyList<JudgedLine> Judged) Train(IReadOnlyList<TrainingLine> lines)
    {
        var labels = LabelsOf(lines);
        List<JudgedLine> judged = [.. lines.GroupBy(line => line.Group).SelectMany(held =>
        {
            var model = Learn([.. lines.Where(line => line.Group != held.Key)], labels, default);
            return held.Select(line => new JudgedLine(model.Margins(model.Take(line.Line)), labels.IndexOf(line.Label), 1));
        })];
        return (Learn(lines, labels, Calibration.Fit(judged)), judged);
    }

    /// <summary>Trains with a calibration that is known already.</summary>
    public TextClassifier Learn(IReadOnlyList<TrainingLine> lines, List<string> labels, Calibration calibration)
    {
        var (vocabulary, vectors) = Weigh(lines);
        var index = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        var model = LinearTrainer.Train(
            vectors, [.. lines.Select(line => index[line.Label])], labels.Count, vocabulary.Hashes.Length, cost);
        return new TextClassifier(labels, vocabulary, model, calibration, source);
    }

    /// <summary>The lines as numbers.</summary>
    public (Vocabulary Vocabulary, IReadOnlyList<SparseVector> Vectors) Weigh(IReadOnlyList<TrainingLine> lines)
    {
        var taken = lines.Select(line => Take(line.Line)).ToList();
        var vocabulary = Vocabulary.Learn(taken, leastLines);
        return (vocabulary, [.. taken.Select(vocabulary.Weigh)]);
    }

    public static List<string> LabelsOf(IEnumerable<TrainingLine> lines) =>
        [.. lines.Select(line => line.Label).Distinct().Order(StringComparer.Ordinal)];

    private List<Feature> Take(Line line)
    {
        var features = new List<Feature>();
        (source ?? FeatureReader.Read)(line, features);
        return features;
    }
}
