namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Trains on any labels, and learns where knowing ends: some labels at a time are held back whole and play the unknown, so that
/// the threshold is chosen on the training lines alone.
/// </summary>
internal static class OpenSetTrainer
{
    private const int Folds = 5;
    private const double Cost = 1;

    // How much of what will be asked is taken to be unknown: people ask a shop more than it wrote down.
    private const double UnknownShare = 0.3;
    private const float Gone = -9;

    public static TextClassifier Train(IReadOnlyList<(string Text, string Label)> rows)
    {
        var lines = rows.Select((row, at) => new TrainingLine(WordReader.Read(row.Text), row.Label, $"{at % Folds}")).ToList();
        var (trainer, labels) = (new ClassifierTrainer(Cost), ClassifierTrainer.LabelsOf(lines));
        var judged = Enumerable.Range(0, Folds).SelectMany(fold => Judge(trainer, lines, labels, fold)).ToList();
        return trainer.Learn(lines, labels, Calibration.Fit(judged));
    }

    private static IEnumerable<JudgedLine> Judge(ClassifierTrainer trainer, List<TrainingLine> lines, List<string> labels, int fold)
    {
        var gone = labels.Where((_, at) => labels.Count > Folds && at % Folds == fold).ToHashSet(StringComparer.Ordinal);
        var held = lines.ToLookup(line => gone.Contains(line.Label) ? 2 : line.Group == $"{fold}" ? 1 : 0);
        if (!held[0].Any())
        {
            return [];
        }

        var model = trainer.Learn([.. held[0]], labels, default);
        var weight = held[2].Any() ? UnknownShare / (1 - UnknownShare) * held[1].Count() / held[2].Count() : 0;
        return held[1].Select(line => new JudgedLine(Margins(line), labels.IndexOf(line.Label), 1))
            .Concat(held[2].Select(line => new JudgedLine(Margins(line), JudgedLine.UnknownLabel, weight)));

        // A label that was held back whole cannot win.
        float[] Margins(TrainingLine line) => [.. model.Margins(model.Take(line.Line)).Select((margin, label) => gone.Contains(labels[label]) ? Gone : margin)];
    }
}
