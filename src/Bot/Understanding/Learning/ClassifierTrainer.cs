namespace Warmline.Bot.Understanding.Learning;

/// <summary>A line to learn from. Lines of one group (one writer) are held back together when the model is judged.</summary>
internal sealed record TrainingLine(string Text, string Label, string Group);

/// <summary>Trains a classifier and, on lines held back, the meaning of its margins.</summary>
/// <param name="unknown">The label of lines that bear none of the others, if there are any: they join the unknown's side when judged.</param>
/// <param name="cost">What a line on the wrong side costs.</param>
/// <param name="leastLines">Pieces of words that occur in fewer lines are not kept.</param>
internal sealed class ClassifierTrainer(double cost = 1, int leastLines = 1)
{
    public TextClassifier Train(IReadOnlyList<TrainingLine> lines, IReadOnlyList<JudgedLine>? judged = null)
    {
        var labels = lines.Select(line => line.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var (vocabulary, model) = Learn(lines, labels);
        return new TextClassifier(labels, vocabulary, model, Calibration.Fit(judged ?? Judge(lines, labels)));
    }

    public (Vocabulary Vocabulary, LinearModel Model) LearnFor(IReadOnlyList<TrainingLine> a, List<string> b) => Learn(a, b);
    private (Vocabulary Vocabulary, LinearModel Model) Learn(IReadOnlyList<TrainingLine> lines, List<string> labels)
    {
        var read = lines.Select(line => WordReader.Read(line.Text)).ToList();
        var vocabulary = Vocabulary.Learn(read, leastLines);
        var index = labels.Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
        var model = LinearTrainer.Train([.. read.Select(vocabulary.Read)], [.. lines.Select(line => index[line.Label])], labels.Count, vocabulary.Size, cost);
        return (vocabulary, model);
    }

    /// <summary>Each group in turn is held back and judged by what the others taught.</summary>
    public IReadOnlyList<JudgedLine> Judge(IReadOnlyList<TrainingLine> lines, List<string> labels) =>
        [.. lines.GroupBy(line => line.Group).SelectMany(held =>
        {
            var (vocabulary, model) = Learn([.. lines.Where(line => line.Group != held.Key)], labels);
            return held.Select(line => new JudgedLine(model.Margins(vocabulary.Read(WordReader.Read(line.Text))), labels.IndexOf(line.Label), 1));
        })];
}
