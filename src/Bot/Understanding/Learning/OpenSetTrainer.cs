namespace Warmline.Bot.Understanding.Learning;

/// <summary>
/// Trains on any labels, and learns where knowing ends: some labels at a time are held back whole and play the unknown, so that
/// the threshold is chosen on the training lines alone. So is what the search counts beside the planes.
/// </summary>
internal static class OpenSetTrainer
{
    private const int Folds = 5;
    private const double Cost = 1;

    // The search looks at every line; with more than this it would cost more time than it is worth.
    private const int MostSearched = 10_000;

    // How much of what will be asked is taken to be unknown: people ask a shop more than it wrote down.
    private const double UnknownShare = 0.3;
    private const float Gone = -9;

    private static readonly float[] Shares = [0, 0.5f, 1, 2];

    /// <param name="rows">What to learn from.</param>
    /// <param name="languages">Which languages they are in; null when it cannot be told, then there are no stems, and nothing is searched.</param>
    public static OpenSetClassifier Train(IReadOnlyList<(string Text, string Label)> rows, RowLanguages? languages)
    {
        var lines = rows.Select(row => new TrainingLine(WordReader.Read(row.Text), row.Label, "")).ToList();
        var labels = ClassifierTrainer.LabelsOf(lines);
        var trainer = new ClassifierTrainer(Cost, source: languages is null ? null : StemFeatures.In(languages));
        var learner = new Learner(trainer, labels, lines.Count <= MostSearched ? languages : null);
        var held = HeldBack.Choose(trainer, lines, labels, Folds);
        var judged = Enumerable.Range(0, Folds).SelectMany(fold => Judge(learner, held, fold)).ToList();
        var (share, calibration) = (learner.Languages is null ? [0] : Shares).Select(each => (Share: each, Calibration: Calibration.Fit(Summed(judged, each))))
            .MinBy(tried => tried.Calibration.Surprise(Summed(judged, tried.Share)));
        var (planes, search) = (learner with { Languages = share > 0 ? languages : null }).Learn(lines);
        return new OpenSetClassifier(planes, search, share, calibration);
    }

    private static IEnumerable<HeldLine> Judge(Learner learner, HeldBack all, int fold)
    {
        var labels = learner.Labels;
        bool[] isGone = [.. labels.Select(label => labels.Count > Folds && all.LabelFolds[label] == fold)];
        var held = all.Lines.ToLookup(line => isGone[labels.IndexOf(line.Label)] ? 2 : line.Group == $"{fold}" ? 1 : 0);
        if (!held[0].Any())
        {
            return [];
        }

        var (planes, search) = learner.Learn([.. held[0]]);
        var weight = held[2].Any() ? UnknownShare / (1 - UnknownShare) * held[1].Count() / held[2].Count() : 0;
        return held[1].Select(line => new HeldLine(Evidence.Of(line.Line, planes, search), isGone, labels.IndexOf(line.Label), 1))
            .Concat(held[2].Select(line => new HeldLine(Evidence.Of(line.Line, planes, search), isGone, JudgedLine.UnknownLabel, weight)));
    }

    // A label that was held back whole cannot win.
    private static List<JudgedLine> Summed(List<HeldLine> held, float share) => held.ConvertAll(line =>
        new JudgedLine([.. line.Evidence.Sum(share).Select((sum, label) => line.IsGone[label] ? Gone : sum)], line.Label, line.Weight));

    private sealed record Learner(ClassifierTrainer Trainer, List<string> Labels, RowLanguages? Languages)
    {
        public (TextClassifier Planes, LabelSearch? Search) Learn(List<TrainingLine> lines) =>
            (Trainer.Learn(lines, Labels, default), Languages is null ? null : new LabelSearch(lines, Labels, Languages));
    }

    /// <summary>A line that was held back, and what the others taught of it.</summary>
    private readonly record struct HeldLine(Evidence Evidence, bool[] IsGone, int Label, double Weight);
}
