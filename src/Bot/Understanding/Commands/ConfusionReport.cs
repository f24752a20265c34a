using System.Globalization;
using Warmline.Bot.Understanding.Learning;

namespace Warmline.Bot.Understanding.Commands;

/// <summary>How well each intent of a writer who was held back is told by what the others taught, and what it is taken for.</summary>
internal static class ConfusionReport
{
    private const int MostMistaken = 3;
    private const int Bins = 10;

    public static string Of(TextClassifier classifier, IReadOnlyList<JudgedLine> judged)
    {
        var told = judged.Select(line => (line.Label, Chances: classifier.Calibration.Probabilities(line.Margins)))
            .Select(line => (line.Label, Best: Array.IndexOf(line.Chances, line.Chances.Max()), Confidence: line.Chances.Max())).ToList();
        var rows = told.GroupBy(line => line.Label).OrderBy(same => classifier.Labels[same.Key], StringComparer.Ordinal).Select(same =>
        {
            var mistaken = same.Where(line => line.Best != line.Label).GroupBy(line => line.Best).OrderByDescending(group => group.Count()).Take(MostMistaken)
                .Select(group => $"{classifier.Labels[group.Key]} {Share(group.Count(), same.Count())}");
            return $"{classifier.Labels[same.Key],-24} {same.Count(),5}  right {Share(same.Count(line => line.Best == line.Label), same.Count())}   taken for: {string.Join(", ", mistaken)}";
        });
        return string.Join('\n', rows.Append(
            $"all {told.Count}: right {Share(told.Count(line => line.Best == line.Label), told.Count)}, calibration error {Figure(Error(told))}"));
    }

    // Mean distance of confidence and accuracy in ten bins of the confidence.
    private static double Error(List<(int Label, int Best, double Confidence)> told) =>
        told.GroupBy(line => (int)Math.Min(Bins - 1, line.Confidence * Bins))
            .Sum(bin => Math.Abs(bin.Average(line => line.Confidence) - bin.Average(line => line.Best == line.Label ? 1.0 : 0)) * bin.Count()) / told.Count;

    private static string Share(int part, int whole) => Figure((double)part / whole);

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
