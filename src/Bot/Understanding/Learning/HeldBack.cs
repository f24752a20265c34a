namespace Warmline.Bot.Understanding.Learning;

/// <summary>Which rows are held back together, and which labels together play the unknown; like with like.</summary>
internal sealed record HeldBack(IReadOnlyList<TrainingLine> Lines, IReadOnlyDictionary<string, int> LabelFolds)
{
    public static HeldBack Choose(ClassifierTrainer trainer, IReadOnlyList<TrainingLine> lines, List<string> labels, int folds)
    {
        var (vocabulary, vectors) = trainer.Weigh(lines);
        var rows = labels.ConvertAll(label => Enumerable.Range(0, lines.Count).Where(row => lines[row].Label == label).ToList());
        var chosen = lines.ToArray();
        foreach (var (label, own) in rows.Index())
        {
            var parts = LikeFolds.Of(own.ConvertAll(row => vectors[row]), folds);
            foreach (var (row, part) in own.Zip(parts))
            {
                // Labels of a single row are spread over the folds.
                chosen[row] = lines[row] with { Group = $"{(part + label) % folds}" };
            }
        }

        var centres = LikeFolds.Of(rows.ConvertAll(own => Centre(own.ConvertAll(row => vectors[row]), vocabulary.Hashes.Length)), folds);
        return new HeldBack(chosen, labels.Zip(centres).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static SparseVector Centre(List<SparseVector> own, int features)
    {
        var sums = new float[features];
        foreach (var (at, value) in own)
        {
            for (var each = 0; each < at.Length; each++)
            {
                sums[at[each]] += value[each];
            }
        }

        int[] places = [.. Enumerable.Range(0, features).Where(at => sums[at] != 0)];
        var length = MathF.Sqrt(sums.Sum(sum => sum * sum));
        return new SparseVector(places, [.. places.Select(at => sums[at] / length)]);
    }
}
